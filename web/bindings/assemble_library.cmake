# Assembles the library and the command line around the module of the core. Arguments: SOURCE (the checkout), MODULE (where
# the modules are), OUT (emptied first).
file(REMOVE_RECURSE ${OUT})
file(COPY ${SOURCE}/shell/library ${SOURCE}/shell/cli ${SOURCE}/shell/package.json DESTINATION ${OUT})
file(COPY ${MODULE}/groovebench_core.mjs ${MODULE}/groovebench_core.wasm DESTINATION ${OUT}/library)

find_program(brotli brotli)
if(brotli)
  foreach(part wasm mjs)
    execute_process(COMMAND ${brotli} -q 11 -k -f -o ${CMAKE_CURRENT_BINARY_DIR}/core.br ${OUT}/library/groovebench_core.${part})
    file(SIZE ${CMAKE_CURRENT_BINARY_DIR}/core.br ${part})
  endforeach()
  message(STATUS "library: groovebench_core: wasm ${wasm} and script ${mjs} bytes as brotli")
endif()
