# What nearly every file includes of the standard library and of other people's headers, parsed once instead of once a file: half of
# the time that building from nothing takes. Our own headers are not among them, so a wrong include of those still cannot build; a
# missing one of these is found by the release build, which goes without.
#
# CMake has a way of its own (target_precompile_headers), whose options name places in the build: with it, ccache would have nothing
# for a checkout elsewhere. What is parsed names such places too, so it is made anew in each build, and ccache is told by a sum
# beside it whether it says the same (CCACHE_PCH_EXTSUM).
option(GROOVEBENCH_PRECOMPILE "headers of others are parsed once" ON)

# precompiled(NAME HEADER LIBRARIES other … OPTIONS -flag …): NAME.pch in the build, the header parsed.
function(precompiled name header)
  cmake_parse_arguments(arg "" "" "LIBRARIES;OPTIONS" ${ARGN})
  add_library(${name} OBJECT EXCLUDE_FROM_ALL ${header})
  set_source_files_properties(${header} PROPERTIES LANGUAGE CXX
    COMPILE_OPTIONS "-x;c++-header;-fpch-instantiate-templates;-Xclang;-fno-pch-timestamp")
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES})
  target_compile_options(${name} PRIVATE ${own_code_options} ${arg_OPTIONS})
  set_target_properties(${name} PROPERTIES CXX_COMPILER_LAUNCHER "")
  set(parsed ${CMAKE_BINARY_DIR}/${name}.pch)  # by its extension ccache knows it
  add_custom_command(OUTPUT ${parsed} DEPENDS $<TARGET_OBJECTS:${name}>
    COMMAND ${CMAKE_COMMAND} -E create_symlink $<TARGET_OBJECTS:${name}> ${parsed} VERBATIM)
  add_custom_target(${name}_parsed DEPENDS ${parsed})
  file(SHA256 ${header} sum)
  file(SHA256 ${CMAKE_SOURCE_DIR}/ci/third_party.lock versions)
  file(CONFIGURE OUTPUT ${parsed}.sum CONTENT "${sum} ${versions}\n")
endfunction()

# use_precompiled(TARGET NAME): NAME must have been compiled with the same options, but for how small or fast.
function(use_precompiled target name)
  if(GROOVEBENCH_PRECOMPILE)
    add_dependencies(${target} ${name}_parsed)
    target_compile_options(${target} PRIVATE -include-pch ${CMAKE_BINARY_DIR}/${name}.pch "SHELL:-Xclang -fno-validate-pch")
  endif()
endfunction()
