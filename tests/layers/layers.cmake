# Which room may include which: cmake -DROOT=<source folder> -P layers.cmake
# Linking alone does not hold this: <QWidget> compiles in a target that links only Qt Core. ARCHITECTURE.md says why the arrows run so.
cmake_minimum_required(VERSION 3.25)

set(allowed_base base)
set(allowed_model model base)
set(allowed_store store model base)
set(allowed_document document store model base)
set(allowed_reading reading model base)
set(allowed_network network model base)
set(allowed_coverage coverage model base)
set(allowed_exchange exchange model base)
set(allowed_brief brief coverage network model base)

# Classes and modules of Qt Gui and Widgets, which core is to do without.
string(JOIN "|" gui
    "Qt(Gui|Widgets|Charts|PrintSupport|Svg|SvgWidgets|OpenGL|OpenGLWidgets|Pdf)(/.*)?"
    "Q(Gui)?Application" "QWidget.*" "QDialog.*" "QMainWindow" "QDockWidget" "QAction.*" "QMenu.*" "QToolBar" "QPush.*" "QLabel" "QLayout" "QMessageBox"
    "QFileDialog" "QGraphics.*" "QAbstractItemView" "QTreeView" "QTableView" "QListView" "QStyle.*" "QPaint.*" "QPainter.*" "QPen" "QBrush"
    "QColor" "QPalette" "QFont.*" "QRawFont" "QTextDocument.*" "QTextLayout" "QTextCursor" "QPixmap.*" "QImage.*" "QBitmap" "QPicture" "QIcon.*"
    "QCursor" "QTransform" "QPolygon.*" "QRegion" "QStandardItem.*" "QPrint.*" "QPdf.*" "QSvg.*" "QChart.*" "QScreen" "QWindow" "QClipboard"
    "QShortcut" "QKeySequence" "Q[A-Za-z]*Event" "QUndo.*" "QDesktopServices" "QValidator")
# Events of Qt Core.
set(not_gui "QEvent|QTimerEvent|QChildEvent|QDynamicPropertyChangeEvent")

set(violations "")
macro(forbid file line why)
    list(APPEND violations "${file}: ${line}\n    ${why}")
endmacro()

file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/app/*.h ${ROOT}/app/*.cpp ${ROOT}/core/*.h ${ROOT}/core/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp)
list(LENGTH files count)
if(count EQUAL 0)
    message(FATAL_ERROR "There is no source below ${ROOT}.")
endif()
foreach(file IN LISTS files)
    string(REGEX MATCH "^[a-z]+" floor ${file})
    set(room "")
    if(file MATCHES "^core/([a-z]+)/")
        set(room ${CMAKE_MATCH_1})
    endif()
    file(STRINGS ${ROOT}/${file} lines REGEX "^[ \t]*#[ \t]*include")
    foreach(line IN LISTS lines)
        if(NOT line MATCHES "[<\"]([^>\"]+)[>\"]")
            continue()
        endif()
        set(header ${CMAKE_MATCH_1})
        if(header MATCHES "^sqlite3" AND NOT room STREQUAL "store")
            forbid(${file} "${line}" "only core/store says SQL")
        endif()
        if(floor STREQUAL "core")
            if(header MATCHES "^(ui|app)/")
                forbid(${file} "${line}" "core includes nothing of ui or app")
            elseif(header MATCHES "^core/([a-z]+)/")
                if(DEFINED allowed_${room} AND NOT CMAKE_MATCH_1 IN_LIST allowed_${room})
                    list(JOIN allowed_${room} ", " may)
                    forbid(${file} "${line}" "core/${room} may include only ${may}")
                endif()
            endif()
            if(header MATCHES "^(${gui})$" AND NOT header MATCHES "^(${not_gui})$")
                forbid(${file} "${line}" "core does without Qt Gui and Widgets")
            endif()
        elseif(floor STREQUAL "ui")
            if(header MATCHES "^core/store/")
                forbid(${file} "${line}" "ui changes a map through core/document, not through core/store")
            elseif(header MATCHES "^app/")
                forbid(${file} "${line}" "ui includes nothing of app")
            endif()
        endif()
    endforeach()
endforeach()

if(violations)
    list(LENGTH violations count)
    list(JOIN violations "\n" text)
    message(FATAL_ERROR "${count} includes against the arrows:\n${text}")
endif()
message(STATUS "${count} files, every include follows the arrows.")
