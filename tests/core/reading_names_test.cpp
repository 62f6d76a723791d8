#include "reading_test.h"
