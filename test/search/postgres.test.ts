import { createPostgresEngine } from '#search/postgres/postgres-engine.ts'
import { testDatabase } from '../support/database.ts'
import { searchEngineContract } from './contract.ts'

const db = testDatabase()
searchEngineContract('postgres', async () => createPostgresEngine(db.sql))
