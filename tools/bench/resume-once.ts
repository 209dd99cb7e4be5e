/** Resumes a run once and prints what it took: `node resume-once.ts FILE`. */
import { untilFirstLook } from './resume.ts'

console.log(await untilFirstLook(process.argv[2] ?? ''))
process.exit(0)
