import { Relance } from '../system/relance';
import { GATEWAY_URL, HOME, OFFSET } from './running-system';

/** Starts one system for all browser specs, as `npm start` does, and takes it away afterwards. */
async function startSystem(): Promise<() => Promise<void>> {
  const system = await Relance.launch({ env: { RELANCE_DEMO_LEADS: '1' } });
  try {
    await system.ready();
  } catch (error) {
    await system.remove();
    throw error;
  }
  process.env[GATEWAY_URL] = system.run.gatewayUrl;
  process.env[HOME] = system.home;
  process.env[OFFSET] = String(system.offset);
  return () => system.remove();
}

module.exports = startSystem;
