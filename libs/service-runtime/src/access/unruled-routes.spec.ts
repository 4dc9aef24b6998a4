import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { AllowApiKey, AllowService, Needs, runHttpService, SignedIn } from '../index';

@Controller('forgetful')
class ForgetfulController {
  @Get('needs')
  @Needs('lead.read')
  needs(): void {}
  @Get('signed-in')
  @SignedIn()
  signedIn(): void {}
  @Get('service')
  @AllowService()
  service(): void {}
  @Get('key')
  @AllowApiKey('TELEPHONY')
  key(): void {}
  @Get()
  forgotten(): void {}
  helper(): void {}
}

@Controller('ruled')
@Needs('lead.read')
class RuledController {
  @Get()
  list(): void {}
}

@Module({ controllers: [ForgetfulController, RuledController] })
class ForgetfulModule {}

it('a service does not start while a route says nothing of who may call it', async () => {
  const start = runHttpService({
    ...{ name: 'forgetful', module: ForgetfulModule, host: '127.0.0.1', port: 0, logLevel: 'silent' },
    ...{ internalTokenSecret: 'a secret of at least thirty-two bytes', handleSignals: false },
  });
  await expect(start).rejects.toThrow('Nobody is named who may call ForgetfulController.forgotten:');
});
