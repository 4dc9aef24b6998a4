import { HealthCheck, readiness } from './health-check';

class Dependency extends HealthCheck {
  constructor(
    readonly name: string,
    private readonly up: boolean,
    override readonly required = true,
  ) {
    super();
  }
  check(): Promise<void> {
    return this.up ? Promise.resolve() : Promise.reject(new Error('down'));
  }
}

const readinessOf = (...checks: HealthCheck[]) => readiness('cars', checks, () => undefined);

describe('readiness', () => {
  it('a dependency that is needed makes the process unavailable when it is down', async () => {
    const state = await readinessOf(new Dependency('database', false), new Dependency('smtp', true, false));
    expect(state.status).toBe('unavailable');
  });

  it('one that is not needed for a while is named, and the process is ready all the same', async () => {
    expect(await readinessOf(new Dependency('database', true), new Dependency('smtp', false, false))).toEqual(
      {
        status: 'ready',
        service: 'cars',
        dependencies: [
          { name: 'database', status: 'up' },
          { name: 'smtp', status: 'down' },
        ],
      },
    );
  });
});
