# Other people's code. ci/setup leaves the sources in ${TOOLROOT}/src/NAME; never edited, never in the tree.
if(DEFINED ENV{TOOLROOT})
  set(default_toolroot $ENV{TOOLROOT})
elseif(DEFINED ENV{XDG_CACHE_HOME})
  set(default_toolroot $ENV{XDG_CACHE_HOME}/groovebench/tools)
else()
  set(default_toolroot $ENV{HOME}/.cache/groovebench/tools)
endif()
set(TOOLROOT ${default_toolroot} CACHE PATH "where ci/setup keeps the compiler and the sources")
set(third_party ${TOOLROOT}/src)

add_library(zlib STATIC
  ${third_party}/zlib/adler32.c ${third_party}/zlib/compress.c ${third_party}/zlib/crc32.c
  ${third_party}/zlib/deflate.c ${third_party}/zlib/infback.c ${third_party}/zlib/inffast.c
  ${third_party}/zlib/inflate.c ${third_party}/zlib/inftrees.c ${third_party}/zlib/trees.c
  ${third_party}/zlib/uncompr.c ${third_party}/zlib/zutil.c)
target_include_directories(zlib SYSTEM PUBLIC ${third_party}/zlib)
target_compile_options(zlib PRIVATE -O2 -w)

add_library(samplerate STATIC
  ${third_party}/libsamplerate/src/samplerate.c ${third_party}/libsamplerate/src/src_linear.c
  ${third_party}/libsamplerate/src/src_sinc.c ${third_party}/libsamplerate/src/src_zoh.c)
target_include_directories(samplerate SYSTEM PUBLIC ${third_party}/libsamplerate/include)
# Only the medium table: it is enough (see the resampling bench) and a tenth of the best one's size.
target_compile_definitions(samplerate PRIVATE ENABLE_SINC_MEDIUM_CONVERTER PACKAGE="libsamplerate" VERSION="0.2.2" HAVE_STDBOOL_H=1 HAVE_LRINT=1 HAVE_LRINTF=1)
target_compile_options(samplerate PRIVATE -O2 -w)

add_library(json INTERFACE)
target_compile_definitions(json INTERFACE JSON_NO_IO)  # text in, text out: no streams in the module
target_include_directories(json SYSTEM INTERFACE ${third_party}/json/usr/include)

add_library(fmt STATIC ${third_party}/fmt/src/format.cc)
target_include_directories(fmt SYSTEM PUBLIC ${third_party}/fmt/include)
target_compile_definitions(fmt PUBLIC FMT_OPTIMIZE_SIZE=2 FMT_USE_LOCALE=0)
target_compile_options(fmt PRIVATE -w)
if(EMSCRIPTEN)
  target_compile_options(fmt PRIVATE -Os -fno-exceptions)
endif()

add_library(imgui STATIC
  ${third_party}/imgui/imgui.cpp ${third_party}/imgui/imgui_draw.cpp
  ${third_party}/imgui/imgui_tables.cpp ${third_party}/imgui/imgui_widgets.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${third_party}/imgui ${third_party}/imgui/backends)
target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS IMGUI_ENABLE_TEST_ENGINE ImDrawIdx=unsigned\ int)
target_compile_options(imgui PRIVATE -w)

set(googletest ${third_party}/googletest/usr/src/googletest)
add_library(gtest STATIC EXCLUDE_FROM_ALL ${googletest}/googletest/src/gtest-all.cc)
target_include_directories(gtest SYSTEM PUBLIC ${googletest}/googletest/include PRIVATE ${googletest}/googletest)
target_compile_options(gtest PRIVATE -w)
