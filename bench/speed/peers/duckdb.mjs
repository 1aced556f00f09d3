// The job in DuckDB. usage: node duckdb.mjs PACKAGES SPOTS OUT [spots]
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [packages, spots, out, all] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(resolve(packages, 'x.js'))('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await connection.run(`
${all ? 'CREATE TABLE' : 'CREATE VIEW'} spot AS SELECT spot_id, population, municipality, "min" AS low, COALESCE(usual, ("min" + "max") / 2) AS estimate, "max" AS high
FROM read_csv('${spots}', header = true, delim = ',', quote = '"', escape = '"', types = {'min': 'DOUBLE', 'max': 'DOUBLE', 'usual': 'DOUBLE', 'status': 'VARCHAR'})
WHERE COALESCE(status, 'active') = 'active';
${all ? `COPY (SELECT * FROM spot ORDER BY spot_id) TO '${join(out, 'spots.csv')}' (HEADER);` : ''}
COPY (SELECT municipality, population, SUM(low) AS low, SUM(estimate) AS estimate, SUM(high) AS high FROM spot GROUP BY ALL ORDER BY ALL) TO '${join(out, 'municipalities.csv')}' (HEADER);`);
