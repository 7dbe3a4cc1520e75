# folder(NAME SOURCES a.cpp … USES other …): the target of the folder this is called in.
#
# Headers are included as "NAME/header.h". The include root of a target is a directory that holds
# nothing but a link to its own folder, so a header is found only if its folder is in USES, directly
# or through another folder that exposes it.
set(smallness -Os)
if(EMSCRIPTEN)
  set(no_exceptions -fno-exceptions)  # nothing of ours throws or catches, so no code is spent on it
endif()
precompiled(headers ${CMAKE_SOURCE_DIR}/core/headers.h LIBRARIES fmt json OPTIONS $<$<BOOL:${EMSCRIPTEN}>:${smallness}> ${no_exceptions})
function(folder name)
  cmake_parse_arguments(arg "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  set(root ${CMAKE_BINARY_DIR}/include/${name})
  file(MAKE_DIRECTORY ${root})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${name} SYMBOLIC)
  if(arg_SOURCES)
    add_library(${name} STATIC ${arg_SOURCES})
    set(scope PUBLIC)
    target_compile_options(${name} PRIVATE ${own_code_options})
    if(EMSCRIPTEN)
      # What crosses the network is small first; a file that must be fast says so in its own list, folders in which
      # nothing is computed set `smallness`.
      target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:${smallness}> ${no_exceptions})
    endif()
    use_precompiled(${name} headers)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} ${root})
  target_link_libraries(${name} ${scope} ${arg_USES} ${arg_LIBRARIES})
endfunction()
