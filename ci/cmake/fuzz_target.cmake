# fuzz_target(NAME SOURCES a.cpp … USES folder …): the program fuzz_NAME, built by the target "fuzz".
# ./ci/test fuzz runs each briefly, first on the files in tests/fuzz/seeds/NAME.
function(fuzz_target name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES" ${ARGN})
  add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${arg_SOURCES})
  target_compile_options(fuzz_${name} PRIVATE ${own_code_options})
  target_link_libraries(fuzz_${name} PRIVATE ${arg_USES})
  # libFuzzer as Debian builds it wants libstdc++ beside our libc++; clang would rewrite a plain -lstdc++.
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  find_library(libstdcxx NAMES libstdc++.so.6 PATHS /usr/lib /usr/lib/x86_64-linux-gnu /usr/lib/aarch64-linux-gnu)
  if(libstdcxx)
    target_link_libraries(fuzz_${name} PRIVATE ${libstdcxx})
  endif()
  if(NOT TARGET fuzz)
    add_custom_target(fuzz)
  endif()
  add_dependencies(fuzz fuzz_${name})
endfunction()
