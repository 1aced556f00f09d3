import process from 'node:process';

const spent = (since) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};

/** Does the work and prints its CPU seconds and what it found as one line of JSON. */
export async function report(work, { less = 0 } = {}) {
  const start = process.cpuUsage();
  const found = await work();
  process.stdout.write(`${JSON.stringify({ cpu: spent(start) - less, found })}\n`);
}

/** CPU seconds of some work. */
report.cpu = (work) => {
  const start = process.cpuUsage();
  work();
  return spent(start);
};
