import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format';
import { vehicleName } from '../lead-name';
import type { Lead } from '../lead-query';
import { Box } from './Box';
import classes from './Box.module.css';

type Vehicle = NonNullable<Lead['vehicle']>;

/** A vehicle the contact asks about, or offers in exchange: what is known of it. */
export function VehicleBox({ vehicle, tradeIn }: { vehicle: Vehicle; tradeIn: boolean }): ReactElement {
  const { t, i18n } = useTranslation('lead');
  const facts = [
    vehicle.condition && t(`vehicle.condition.${vehicle.condition}`),
    vehicle.year && t('vehicle.year', { year: vehicle.year }),
    typeof vehicle.mileageKm === 'number' && `${formatNumber(vehicle.mileageKm, i18n.language)}\u00a0km`,
    vehicle.registration,
    vehicle.vin && `VIN ${vehicle.vin}`,
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <Box title={t(tradeIn ? 'box.tradeIn' : 'box.vehicle')}>
      <div className={classes.strong}>{vehicleName(vehicle) ?? t('vehicle.unnamed')}</div>
      {facts.length > 0 && (
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {typeof vehicle.priceCents === 'number' && (
        <div className={classes.strong}>{price(vehicle.priceCents, vehicle.currency, i18n.language)}</div>
      )}
    </Box>
  );
}

function price(cents: number, currency: string | null | undefined, language: string): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    style: 'currency',
    currency: currency ?? 'EUR',
    maximumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);
}
