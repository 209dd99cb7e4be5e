import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./dist/hello.js')
