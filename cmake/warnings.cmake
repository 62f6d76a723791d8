# What every target of ours is built with: warnings, Qt's strictness, sanitizers.
add_library(entente_options INTERFACE)
target_compile_definitions(entente_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(MSVC)
    target_compile_options(entente_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${ENTENTE_WARNINGS_AS_ERRORS}>:/WX>)
else()
    target_compile_options(entente_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
        $<$<BOOL:${ENTENTE_WARNINGS_AS_ERRORS}>:-Werror>)
endif()
if(MINGW)
    target_compile_options(entente_options INTERFACE -Wa,-mbig-obj)
endif()
if(ENTENTE_SANITIZE)
    target_compile_options(entente_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer)
    target_link_options(entente_options INTERFACE -fsanitize=address,undefined)
endif()
