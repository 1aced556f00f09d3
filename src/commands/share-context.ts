import type { World } from '../io/world.js';

/** What the check of an output is told of this computer. */
export function checkContext(world: World) {
  const { environment } = world;
  return {
    names: ['USER', 'LOGNAME', 'USERNAME', 'HOSTNAME', 'COMPUTERNAME'].map((name) => environment[name]),
    today: world.today(),
    sha256: world.sha256,
  };
}
