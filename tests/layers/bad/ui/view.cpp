#include "core/store/store.h" // 7: around the document
#include "app/application.h" // 8
#include "core/document/document.h"
#include <QWidget>
