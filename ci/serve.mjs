// Serves a folder of static files on loopback: node ci/serve.mjs FOLDER [PORT]
// The tests import serve() from here.
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
  '.txt': 'text/plain; charset=utf-8'
}

const is_file = async path => (await stat(path).catch(() => null))?.isFile() ?? false

// The file that a request means, or null: nothing outside the folder, and links do not lead out of it either.
const file_for = async (root, url) => {
  let path
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return null
  }
  if (path.includes('\0')) return null
  const file = await realpath(join(root, path.endsWith('/') ? path + 'index.html' : path)).catch(() => null)
  return file?.startsWith(root + sep) && (await is_file(file)) ? file : null
}

const answer = async (root, request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end()
  const file = await file_for(root, request.url)
  if (!file) return response.writeHead(404, { 'content-type': types['.txt'] }).end('not found\n')
  const brotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && (await is_file(file + '.br'))
  const sent = brotli ? file + '.br' : file
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': (await stat(sent)).size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(brotli && { 'content-encoding': 'br' })
  })
  if (request.method === 'HEAD') return response.end()
  createReadStream(sent).on('error', () => response.destroy()).pipe(response)
}

// Resolves to { address, close } once it listens. Port 0 takes any free one.
export const serve = async (folder, port = 0) => {
  const root = await realpath(folder)
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy())
  })
  await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done))
  const close = () => new Promise(done => { server.close(done); server.closeAllConnections() })
  return { address: `http://localhost:${server.address().port}/`, close }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder, port] = process.argv.slice(2)
  try {
    const { address } = await serve(folder, Number(port ?? 0))
    console.log(`Groovebench: ${address}   (Ctrl+C ends it)`)
  } catch (problem) {
    console.error(problem.code === 'EADDRINUSE' ? `port ${port} is in use: choose another with --port` : problem.message)
    process.exit(1)
  }
}
