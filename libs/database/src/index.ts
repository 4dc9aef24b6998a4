export { createDataSource, pgPool, type DatabaseOptions } from './data-source';
export { connectPatiently, DatabaseModule } from './database.module';
export { databaseHealthCheck, DatabaseHealthCheck } from './database-health-check';
export { createScratchDatabase, type ScratchDatabase } from './scratch-database';
