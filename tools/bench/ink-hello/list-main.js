import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('./dist/list.js')
