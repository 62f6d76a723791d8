#include "application.h"

#include "core/exchange/csv.h"
#include "ui/actions.h"
#include "ui/centre.h"
#include "ui/coverage/matrixbar.h"
#include "ui/coverage/matrixview.h"
#include "ui/network/networkview.h"
#include "ui/explain/differencepanel.h"
#include "ui/explain/pathpanel.h"
#include "ui/paint/fonts.h"
#include "ui/panels.h"
#include "ui/charts/chartdata.h"
#include "ui/paint/fonts.h"
#include "ui/timeline/content.h"
#include "ui/timeline/timelinecontrols.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QImageWriter>
#include <QLocale>
#include <QPixmap>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

namespace entente::app {

using namespace Qt::StringLiterals;

namespace {

/// The palette of a theme that the caller asked for; without one the system's stays.
void applyTheme(const QString &theme)
{
    if (theme.isEmpty())
        return;
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    const bool dark = theme == "dark"_L1;
    const auto colour = [dark](QRgb light, QRgb other) { return QColor::fromRgb(dark ? other : light); };
    QPalette palette;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, colour(0xF6F7F9, 0x1F2327)},      {QPalette::WindowText, colour(0x1E242B, 0xE8EBEF)},
        {QPalette::Base, colour(0xFFFFFF, 0x16191D)},        {QPalette::AlternateBase, colour(0xF1F3F6, 0x1B1F24)},
        {QPalette::Text, colour(0x1E242B, 0xE8EBEF)},        {QPalette::PlaceholderText, colour(0x5F6873, 0xA0A8B2)},
        {QPalette::Button, colour(0xF6F7F9, 0x2A2F35)},      {QPalette::ButtonText, colour(0x1E242B, 0xE8EBEF)},
        {QPalette::ToolTipBase, colour(0xFFFFFF, 0x2A2F35)}, {QPalette::ToolTipText, colour(0x1E242B, 0xE8EBEF)},
        {QPalette::Highlight, colour(0x1567C8, 0x3D6FD0)},   {QPalette::HighlightedText, QColor(Qt::white)},
        {QPalette::Link, colour(0x0B57C2, 0x6C9BFA)},        {QPalette::LinkVisited, colour(0x0B57C2, 0x6C9BFA)},
        {QPalette::Light, colour(0xFFFFFF, 0x3A4149)},       {QPalette::Midlight, colour(0xF1F3F6, 0x31373E)},
        {QPalette::Mid, colour(0xC9CED5, 0x14171A)},         {QPalette::Dark, colour(0xA9B0B9, 0x0E1012)},
        {QPalette::Shadow, colour(0x6B737D, 0x000000)},
    };
    for (const auto &[role, value] : roles)
        palette.setColor(role, value);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(0x8E97A1, 0x78828D));
    QApplication::setPalette(palette);
}

QString author()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? u"?"_s : name;
}

} // namespace

Application::Application(const Options &options)
    : m_options(options)
{
    ui::loadFonts();
    applyTheme(options.theme);
    if (options.screenshot.isEmpty()) {
        m_settings = std::make_unique<QSettings>();
    } else {
        // A picture shows the program as it comes, whatever this user has arranged.
        const QString file = QStandardPaths::writableLocation(QStandardPaths::TempLocation) +
                             u"/entente-picture-%1.ini"_s.arg(QCoreApplication::applicationPid());
        QFile::remove(file);
        m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
    }
    m_place.directory = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    m_place.author = author();
    m_lens.setAsOf(options.asOf.isValid() ? options.asOf : QDate::currentDate());
    m_session = std::make_unique<ui::Session>(m_place, m_dialogs, m_lens, m_selection);
    m_window = std::make_unique<ui::MainWindow>(*m_session, m_lens, m_selection, m_dialogs, *m_settings);
}

void Application::openAtStart()
{
    // What ended processes left is looked for first: the working copy of this start is not among it.
    const std::vector<store::LeftWork> left = m_options.screenshot.isEmpty() ? store::leftWork(m_place) : std::vector<store::LeftWork>();
    if (m_options.map.isEmpty())
        m_session->createNow(exchange::shippedMap());
    else
        m_session->openNow(m_options.map);
    m_window->offerLeftWork(left);
    if (m_options.from.isValid())
        ui::setRange(m_lens, m_options.from, {});
    if (!m_options.lanes.isEmpty())
        m_lens.set(ui::withLanes(m_lens.value(), *ui::lanesFromWord(m_options.lanes)));
    showNetworkAsAsked();
    if (!m_options.text.isEmpty())
        m_window->showPassage(m_options.text);
    if (!m_options.editions.isEmpty())
        m_window->centre().showEditions(m_options.editions);
    if (!m_options.suggestions.isEmpty())
        m_window->centre().showSuggestions(m_options.suggestions);
    if (!m_options.list.isEmpty())
        (m_options.list == "findings"_L1 ? m_window->actionTable().findings : m_window->actionTable().commitments)->trigger();
    openPanels();
    if (!m_options.chart.isEmpty())
        m_window->showChart(*ui::chartFromWord(m_options.chart));
    if (!m_options.select.isEmpty())
        m_selection.choose(m_options.select);
    if (!m_options.matrix.isEmpty()) {
        m_window->showMatrix();
        const int table = ui::choiceOf(ui::tableChoices(), m_options.matrix);
        const int order = ui::choiceOf(ui::orderChoices(), m_options.matrix);
        m_window->matrixView().bar().setTable(ui::CoverageArrangement::Table(std::max(0, table)));
        m_window->matrixView().bar().setOrder(ui::CoverageArrangement::Order(std::max(0, order)));
    }
}

void Application::showNetworkAsAsked()
{
    model::Lens lens = m_lens.value();
    if (m_options.all)
        lens.scope = model::Scope::All;
    lens.groups += m_options.groups;
    m_lens.set(lens);
    if (!m_options.focus.isEmpty())
        m_lens.focusOn(m_options.focus);
    for (QAction *layout : {m_window->actionTable().ladder, m_window->actionTable().stress, m_window->actionTable().radial, m_window->actionTable().circular}) {
        if (layout->objectName() == m_options.layout)
            layout->trigger();
    }
    if (m_options.tables)
        m_window->actionTable().tables->trigger();
}

void Application::openPanels()
{
    ui::Panels &panels = m_window->panels();
    if (!m_options.view.isEmpty() && m_session->document()) {
        if (const auto view = model::viewNamed(m_session->document()->model(), m_options.view))
            panels.views().open(view->id.value);
        else
            emit m_session->failed(view.error());
    }
    if (m_options.compare.isValid()) {
        panels.open(u"changes"_s);
        panels.differences().compareWithDay(m_options.compare);
    }
    if (!m_options.panel.isEmpty())
        panels.open(m_options.panel);
    if (m_options.path.size() == 2) {
        panels.open(u"path"_s);
        panels.paths().ask(m_options.path.first(), m_options.path.last());
    }
}

int Application::takePicture()
{
    // Let layouts and background work come to rest.
    QEventLoop rest;
    QTimer::singleShot(1200, &rest, &QEventLoop::quit);
    rest.exec();
    const QPixmap picture = m_window->grab();
    QImageWriter writer(m_options.screenshot, "png");
    const bool written = writer.write(picture.toImage());
    if (!written)
        QTextStream(stderr) << QCoreApplication::translate("Application", "The picture could not be written to %1: %2.")
                                   .arg(m_options.screenshot, writer.errorString())
                            << Qt::endl;
    if (entente::Document *document = m_session->document())
        document->abandon();
    QFile::remove(m_settings->fileName());
    return written ? 0 : 4;
}

int Application::run()
{
    if (!m_options.screenshot.isEmpty())
        QObject::connect(m_session.get(), &ui::Session::failed, m_window.get(),
                         [](const base::Error &error) { QTextStream(stderr) << error.sentence << Qt::endl; });
    if (m_options.size.isValid())
        m_window->resize(m_options.size);
    openAtStart();
    m_window->show();
    if (!m_options.lanes.isEmpty())
        m_window->showTimelineLarge(true);
    if (!m_options.screenshot.isEmpty())
        return m_session->document() ? takePicture() : 3;
    return QApplication::exec();
}

void loadTranslations(QTranslator &translator)
{
    if (translator.load(QLocale(), u"entente"_s, u"_"_s, u":/translations"_s))
        QCoreApplication::installTranslator(&translator);
}

} // namespace entente::app
