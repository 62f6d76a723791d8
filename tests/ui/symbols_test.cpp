#include "ui/paint/fonts.h"
#include "ui/paint/symbols.h"
#include "ui/paint/tokens.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <set>

using namespace entente;
using namespace entente::ui;

namespace {

constexpr Theme themes[] = {Theme::Light, Theme::Dark, Theme::Mono};
constexpr double text = 4.5;
constexpr double shape = 3.0;

const char *nameOf(Theme theme)
{
    return theme == Theme::Light ? "light" : theme == Theme::Dark ? "dark" : "mono";
}

QImage tile(ProgressState state, Theme theme, double scale)
{
    QImage image(int(40 * scale), int(24 * scale), QImage::Format_ARGB32_Premultiplied);
    image.fill(tokens(theme).canvas);
    QPainter painter(&image);
    painter.scale(scale, scale);
    symbols::progressTile(painter, {11, 5, 18, 14}, state, tokens(theme));
    painter.end();
    return image;
}

} // namespace

class SymbolsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }

    void textIsReadableOnEveryGroundItStandsOn()
    {
        for (const Theme theme : themes) {
            const Tokens &t = tokens(theme);
            for (const QColor &ground : {t.canvas, t.selectionFill, t.responsible, t.reviews}) {
                for (const QColor &ink : {t.ink, t.ink2, t.ink3}) {
                    const double found = contrast(ink, ground);
                    QVERIFY2(found >= text, qPrintable(QStringLiteral("%1: %2 on %3 has %4")
                                                           .arg(QLatin1StringView(nameOf(theme)), ink.name(), ground.name())
                                                           .arg(found)));
                }
            }
        }
    }

    void linesAndShapesStandOutFromTheCanvas()
    {
        for (const Theme theme : themes) {
            const Tokens &t = tokens(theme);
            for (const QColor &color : {t.eu, t.rok, t.multilateral, t.third, t.selectionRing, t.warn, t.ink, t.ink2, t.ink3}) {
                const double found = contrast(color, t.canvas);
                QVERIFY2(found >= shape,
                         qPrintable(QStringLiteral("%1: %2 has %3").arg(QLatin1StringView(nameOf(theme)), color.name()).arg(found)));
            }
        }
    }

    void lettersOfStatesAreReadableOnTheirTiles()
    {
        for (const Theme theme : themes) {
            const Tokens &t = tokens(theme);
            for (int i = 1; i < 8; ++i) {
                const Tokens::State &state = t.states[i];
                const double found = contrast(state.letter, state.fill);
                QVERIFY2(found >= text,
                         qPrintable(QStringLiteral("%1, state %2: %3").arg(QLatin1StringView(nameOf(theme))).arg(i).arg(found)));
            }
        }
    }

    void outlinedTilesStandOutFromTheCanvas()
    {
        for (const Theme theme : themes) {
            const Tokens &t = tokens(theme);
            for (const ProgressState state :
                 {ProgressState::NotRaised, ProgressState::MechanismOnly, ProgressState::Raised, ProgressState::CannotTell})
                QVERIFY(contrast(t.state(state).second, t.canvas) >= shape);
            for (const ProgressState state : {ProgressState::FollowUpAgreed, ProgressState::Delivered})
                QVERIFY(contrast(t.state(state).fill, t.canvas) >= shape);
        }
    }

    void theRampOnlyEverDarkens()
    {
        const ProgressState ramp[] = {ProgressState::NotRaised, ProgressState::Raised, ProgressState::FollowUpAgreed,
                                      ProgressState::Delivered};
        for (const Theme theme : themes) {
            for (int i = 1; i < 4; ++i) {
                const double before = contrast(tokens(theme).state(ramp[i - 1]).fill, tokens(theme).canvas);
                QVERIFY(contrast(tokens(theme).state(ramp[i]).fill, tokens(theme).canvas) > before);
            }
        }
    }

    /// Shape and letter alone tell the states apart: the mono tiles are all different, at small sizes too.
    void statesDifferWithoutColour()
    {
        for (const double scale : {0.7, 1.0, 2.0}) {
            std::set<QByteArray> pictures;
            for (int i = 0; i < 8; ++i) {
                const QImage image = tile(ProgressState(i), Theme::Mono, scale).convertToFormat(QImage::Format_Grayscale8);
                QByteArray bytes;
                for (int y = 0; y < image.height(); ++y)
                    bytes.append(reinterpret_cast<const char *>(image.constScanLine(y)), image.width());
                pictures.insert(bytes);
            }
            QCOMPARE(pictures.size(), std::size_t(8));
        }
    }

    void aTileStaysInItsBox()
    {
        for (int i = 0; i < 8; ++i) {
            const QImage image = tile(ProgressState(i), Theme::Light, 4);
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    const bool outside = x < 10 * 4 || x >= 31 * 4 || y < 4 * 4 || y >= 20 * 4;
                    if (outside)
                        QCOMPARE(image.pixelColor(x, y), tokens(Theme::Light).canvas);
                }
            }
        }
    }

    void formsOfARoundDifferWithoutColour()
    {
        std::set<QByteArray> pictures;
        for (const MeetingFormat format :
             {MeetingFormat::Unknown, MeetingFormat::InPerson, MeetingFormat::Virtual, MeetingFormat::Hybrid}) {
            for (const double radius : {4.2, 8.5}) {
                QImage image(24, 24, QImage::Format_Grayscale8);
                image.fill(Qt::white);
                QPainter painter(&image);
                symbols::meetingMark(painter, {12, 12}, radius, format, {}, tokens(Theme::Mono), Qt::white);
                painter.end();
                QByteArray bytes;
                for (int y = 0; y < image.height(); ++y)
                    bytes.append(reinterpret_cast<const char *>(image.constScanLine(y)), image.width());
                pictures.insert(bytes);
            }
        }
        QCOMPARE(pictures.size(), std::size_t(8));
    }
};

QTEST_MAIN(SymbolsTest)
#include "symbols_test.moc"
