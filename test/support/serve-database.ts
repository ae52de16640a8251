/** The embedded database as `npm start` has it open, in a process of its own; its arguments say where. */
import { openDatabase } from '../../local/open-database.ts'

const [, , dataDir = '', site = ''] = process.argv
const database = await openDatabase({ databaseUrl: '', dataDir, site })
process.send?.('open')
process.once('disconnect', () => void database.close())
