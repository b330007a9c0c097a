import { join } from 'node:path';
import { buildInto } from './bundle.mjs';

await buildInto({ folder: join(import.meta.dirname, '..', 'dist') });
