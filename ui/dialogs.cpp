#include "ui/dialogs.h"

#include "ui/importdialog.h"
#include "ui/paper/pagedialog.h"
#include "ui/plain.h"
#include "ui/views/viewdialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace entente::ui {

using namespace Qt::StringLiterals;

namespace {

/// Asks before a file is replaced, also where the suffix is added by the dialog.
QString nameToSave(QWidget *parent, const QString &title, const QString &suggested, const QStringList &filters, const QStringList &suffixes)
{
    QFileDialog dialog(parent, title, suggested);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(suffixes.first());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&](const QString &filter) { dialog.setDefaultSuffix(suffixes.value(filters.indexOf(filter), suffixes.first())); });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

} // namespace

QString SystemDialogs::mapToOpen(QWidget *parent, const QString &directory)
{
    return QFileDialog::getOpenFileName(parent, tr("Open a map"), directory, tr("Maps (*.entente);;All files (*)"));
}

QString SystemDialogs::mapToSave(QWidget *parent, const QString &suggested)
{
    return nameToSave(parent, tr("Save the map"), suggested, {tr("Maps (*.entente)")}, {u"entente"_s});
}

QString SystemDialogs::textToImport(QWidget *parent, const QString &directory)
{
    const QStringList filters{tr("Texts (*.pdf *.docx *.odt *.html *.htm *.xhtml *.txt)"),
                              tr("PDF (*.pdf)"),
                              tr("Word (*.docx)"),
                              tr("OpenDocument (*.odt)"),
                              tr("Web page (*.html *.htm *.xhtml)"),
                              tr("Plain text (*.txt)"),
                              tr("All files (*)")};
    return QFileDialog::getOpenFileName(parent, tr("Import a text"), directory, filters.join(u";;"_s));
}

QString SystemDialogs::originalToFind(QWidget *parent, const QString &directory, const QString &fileName)
{
    return QFileDialog::getOpenFileName(parent, tr("Find “%1”").arg(fileName), directory, tr("PDF (*.pdf);;All files (*)"));
}

QString SystemDialogs::networkToSave(QWidget *parent, const QString &suggested)
{
    QStringList filters{tr("Network for Gephi (*.gexf)"), tr("Network for yEd, Cytoscape, Tulip (*.graphml)")};
    QStringList suffixes{u"gexf"_s, u"graphml"_s};
    if (suggested.endsWith(".graphml"_L1)) {
        filters.swapItemsAt(0, 1);
        suffixes.swapItemsAt(0, 1);
    }
    return nameToSave(parent, tr("Export the network"), suggested, filters, suffixes);
}

QString SystemDialogs::networkToOpen(QWidget *parent, const QString &directory)
{
    const QStringList filters{tr("Networks (*.gexf *.graphml *.xml *.json)"), tr("GEXF (*.gexf)"), tr("GraphML (*.graphml *.xml)"),
                              tr("Map as JSON (*.json)"), tr("All files (*)")};
    return QFileDialog::getOpenFileName(parent, tr("Take in a network"), directory, filters.join(u";;"_s));
}

std::optional<reading::ImportOptions> SystemDialogs::importWish(QWidget *parent, const ImportQuestion &question)
{
    ImportDialog dialog(question, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.wish()) : std::nullopt;
}

QString SystemDialogs::drawingToSave(QWidget *parent, const QString &suggested)
{
    return nameToSave(parent, tr("Export the drawing"), suggested, {tr("PDF (*.pdf)"), tr("SVG (*.svg)"), tr("PNG (*.png)")},
                      {u"pdf"_s, u"svg"_s, u"png"_s});
}

std::optional<PageSetup> SystemDialogs::pageWish(QWidget *parent, const PageSetup &usual)
{
    PageDialog dialog(usual, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.setup()) : std::nullopt;
}

Dialogs::Unsaved SystemDialogs::unsaved(QWidget *parent, const QString &title)
{
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                    tr("“%1” has changes that are in no file yet. Save them? “Discard” gives them up for good.").arg(title),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return Unsaved::Save;
    case QMessageBox::Discard:
        return Unsaved::Discard;
    default:
        return Unsaved::Cancel;
    }
}

bool SystemDialogs::confirm(QWidget *parent, const QString &question, const QString &yes)
{
    QMessageBox box(QMessageBox::Question, QCoreApplication::applicationName(), question, QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    const QPushButton *agreed = box.addButton(menuText(yes), QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == agreed;
}

void SystemDialogs::about(QWidget *parent, const QString &text)
{
    QMessageBox box(QMessageBox::NoIcon, tr("About Entente"), text, QMessageBox::Ok, parent);
    box.setTextFormat(Qt::PlainText);
    box.exec();
}

std::optional<ViewWish> SystemDialogs::viewWish(QWidget *parent, const ViewWish &usual)
{
    ViewDialog dialog(usual, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.wish()) : std::nullopt;
}

} // namespace entente::ui
