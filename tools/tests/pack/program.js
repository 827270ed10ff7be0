/** The site's code in a runtime that has files: `program.js GIVEN`. */
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'
import { verifyGiven } from './site.js'

console.log(await verifyGiven(JSON.parse(readFileSync(argv[2], 'utf8'))))
