import 'reflect-metadata';
import { gatewayConfig } from './config';
import { startGateway } from './gateway';

void startGateway(gatewayConfig());
