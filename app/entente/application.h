#pragma once

#include "options.h"

#include "ui/dialogs.h"
#include "ui/mainwindow.h"

#include <QSettings>
#include <QTranslator>

#include <memory>

namespace entente::app {

/// The composition root: builds everything, passes on what is needed, never itself.
class Application
{
public:
    explicit Application(const Options &options);

    /// Opens what was asked for, shows the window, and runs until it closes. Returns the exit code.
    int run();

private:
    void openAtStart();
    void showNetworkAsAsked();
    void openPanels();
    int takePicture();

    Options m_options;
    std::unique_ptr<QSettings> m_settings;
    store::WorkingPlace m_place;
    ui::SystemDialogs m_dialogs;
    ui::SharedLens m_lens;
    ui::Selection m_selection;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};

/// Installs the words of the system's language, where there are any.
void loadTranslations(QTranslator &translator);

} // namespace entente::app
