#pragma once

/// The rooms and the words they share: `base` is spoken everywhere, `model` in every room behind it.
namespace entente {
namespace base {
}
namespace model {
using namespace base;
}
namespace store {
using namespace model;
}
namespace reading {
using namespace model;
}
namespace network {
using namespace model;
}
namespace coverage {
using namespace model;
}
namespace exchange {
using namespace model;
}
namespace brief {
using namespace model;
}
namespace ui {
using namespace model;
}
} // namespace entente
