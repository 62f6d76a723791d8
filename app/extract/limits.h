#pragma once

#include <QtGlobal>

/// What the process takes from itself before it looks at a byte of a stranger's document.
namespace entente::extract {

/// Whether the process may still open files: the pictures of pages may need the machine's fonts, text needs nothing.
enum class Files { None, Fonts };

/// Bounds memory and processor time, forbids core files, writing files and, where the system can, new processes. What a system cannot
/// forbid is left as it is.
void limitThisProcess(Files files);

} // namespace entente::extract
