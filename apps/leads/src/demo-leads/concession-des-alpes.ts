import type { DemoLead } from './demo-story';
import { appointment, contacted, lost, noAnswer, taken, untouched, won } from './demo-story';
import { CENTRALE, CONSTRUCTEUR, LBC, PROMO, SITE, TEL, leadsOf, vehicle as v } from './demo-lead';
import { CONCESSION_DES_ALPES, INES, THOMAS } from './demo-places';

const lead = leadsOf(CONCESSION_DES_ALPES);

/** Demo leads of « Concession des Alpes », the newest first; one a line, so that they can be compared. */
// prettier-ignore
export const CONCESSION_DES_ALPES_LEADS: DemoLead[] = [
  lead(5, 'VN', SITE, 'Solène', 'Bonnet', v('Toyota', 'Yaris Cross'), 'Une version quatre roues motrices en stock ?', [], untouched, INES),
  lead(22, 'VO', LBC, 'Florian', 'Jacquet', v('Toyota', 'Aygo X', 2022, 18_300, 1_349_000), 'Bonjour, je peux l’essayer ?', ['Particulier'], taken, INES),
  lead(45, 'APV', SITE, 'Jean-Luc', 'Favre', v('Toyota', 'RAV4', 2019, 92_000), 'Entretien annuel hybride.', [], untouched, THOMAS),
  lead(70, 'VN', PROMO, 'Émilie', 'Rey', v('Toyota', 'C-HR'), 'Offre de reprise de 3 000 € : conditions ?', [], untouched, INES),
  lead(110, 'VO', CENTRALE, 'Nicolas', 'Blanc', v('Toyota', 'Corolla', 2020, 58_700, 1_790_000), null, ['Particulier'], noAnswer('occupé'), INES),
  lead(180, 'VD', SITE, 'Sylvie', 'Maurin', v('Toyota', 'Proace City'), 'Devis pour une association.', ['Société'], contacted('Documents de l’association attendus.'), INES),
  lead(240, 'VN', SITE, 'Romain', 'Charvet', v('Toyota', 'Land Cruiser'), 'Délai et prix, merci.', [], appointment(6, 'Vient de Chambéry, confirmer la veille.'), INES),
  lead(330, 'VO', LBC, 'Mélanie', 'Perret', v('Toyota', 'Yaris', 2018, 63_000, 1_199_000), 'Toujours disponible ?', ['Particulier'], untouched, INES),
  lead(520, 'APV', TEL, 'Roland', 'Jourdan', v('Toyota', 'Auris', 2013, 137_000), 'Climatisation en panne.', [], appointment(10), THOMAS),
  lead(760, 'VN', CONSTRUCTEUR, 'Audrey', 'Tissot', v('Toyota', 'bZ4X'), 'Recharge à domicile : pouvez-vous m’aider ?', [], taken, INES),
  lead(1_300, 'VO', CENTRALE, 'Cédric', 'Berthet', v('Toyota', 'C-HR', 2021, 41_200, 2_090_000), null, [], contacted(), INES),
  lead(1_900, 'VN', SITE, 'Véronique', 'Dufour', v('Toyota', 'RAV4'), 'Attelage possible ?', [], won('bon de commande signé'), INES),
  lead(2_800, 'VO', LBC, 'Jérémy', 'Pasquier', v('Toyota', 'Verso', 2016, 118_000, 890_000), 'Distribution faite ?', ['Particulier'], lost('véhicule vendu entre-temps'), INES),
  lead(3_600, 'VN', PROMO, 'Catherine', 'Rolland', v('Toyota', 'Yaris'), null, [], noAnswer('numéro non attribué'), INES),
  lead(4_900, 'APV', SITE, 'Michel', 'Grosjean', v('Toyota', 'Hilux', 2017, 149_000), 'Courroie et vidange avant l’hiver.', ['Société'], won(null, 3_000), THOMAS),
  lead(6_100, 'VN', SITE, 'Laetitia', 'Chapuis', v('Toyota', 'Corolla'), 'Essai de la version break.', [], lost('projet abandonné', 4_500), INES),
  lead(7_900, 'VO', CENTRALE, 'Pascal', 'Morin', v('Toyota', 'Prius', 2019, 74_000, 1_690_000), null, ['Particulier'], won('financement accepté', 5_500), INES),
  lead(9_500, 'VN', CONSTRUCTEUR, 'Delphine', 'Raynaud', v('Toyota', 'Aygo X'), 'Pour ma fille, première voiture.', [], contacted('Décision après le permis, en janvier.'), INES),
  lead(12_500, 'VD', SITE, 'Xavier', 'Collet', v('Toyota', 'Proace'), 'Flotte de quatre véhicules.', ['Société'], won('quatre commandes', 7_000), INES),
  lead(14_200, 'VO', LBC, 'Aline', 'Vuillemin', v('Toyota', 'Yaris', 2015, 99_500, 790_000), 'Bonjour, dernier prix ?', ['Particulier'], lost('injoignable', 6_000), INES),
];
