#pragma once

#include "ui/dialogs.h"

namespace entente::ui {

/// Dialogs that answer at once with what a test put in.
class PlannedAnswers : public Dialogs
{
public:
    QString path; ///< To every question for a file.
    Unsaved unsavedAnswer = Unsaved::Discard;
    bool agreed = true;
    QStringList questions;

    QString mapToOpen(QWidget *, const QString &) override { return path; }
    QString mapToSave(QWidget *, const QString &) override { return path; }
    QString textToImport(QWidget *, const QString &) override { return path; }
    QString originalToFind(QWidget *, const QString &, const QString &) override { return path; }
    std::optional<reading::ImportOptions> importWish(QWidget *, const ImportQuestion &question) override { return question.usual; }
    QString drawingToSave(QWidget *, const QString &) override { return path; }
    QString networkToSave(QWidget *, const QString &) override { return path; }
    QString networkToOpen(QWidget *, const QString &) override { return path; }
    Unsaved unsaved(QWidget *, const QString &title) override
    {
        questions += title;
        return unsavedAnswer;
    }
    bool confirm(QWidget *, const QString &question, const QString &) override
    {
        questions += question;
        return agreed;
    }
    void about(QWidget *, const QString &text) override { questions += text; }
};

} // namespace entente::ui
