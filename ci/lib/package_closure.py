"""Prints the packages that emscripten and patchelf need to run beside the system, down to libc.

Left out is what the host brings (python, perl, node) or what only a native compiler needs.
Reads the package lists through apt-cache, with the configuration in $APT_CONFIG.
"""
import re
import subprocess

skip = re.compile(
    r'^(nodejs|node-undici.*|python3.*|libpython.*|perl.*|ccache|lib(stdc\+\+|gcc|objc)-\d+-dev|libobjc\d*|libc6-dev|'
    r'binutils.*|libbinutils|debconf.*|libcurl.*|llvm-\d+-dev|libclang1.*|libclang-rt.*|media-types|libpfm\d.*|'
    r'libc-gconv.*|libc-bin|dpkg|tar|install-info|readline.*)$')


def depends(names):
    shown = subprocess.run(['apt-cache', 'show', '--no-all-versions', *names], capture_output=True, text=True).stdout
    for block in shown.split('\n\n'):
        field = dict(line.split(': ', 1) for line in block.splitlines() if re.match(r'(Package|Depends|Pre-Depends): ', line))
        if 'Package' in field:
            alternatives = (field.get('Depends', '') + ',' + field.get('Pre-Depends', '')).split(',')
            yield field['Package'], {re.sub(r'[(|:].*', '', a).strip() for a in alternatives} - {''}


found, wanted = set(), {'emscripten', 'patchelf'}
while wanted:
    level = dict(depends(sorted(wanted)))
    found |= set(level)
    asked = wanted
    wanted = {n for needs in level.values() for n in needs if not skip.match(n)} - found - asked
print('\n'.join(sorted(found)))
