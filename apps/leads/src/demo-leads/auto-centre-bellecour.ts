import type { DemoLead } from './demo-story';
import {
  appointment,
  contacted,
  handedOver,
  lost,
  noAnswer,
  reopened,
  taken,
  untouched,
  won,
} from './demo-story';
import { CENTRALE, CONSTRUCTEUR, LBC, PROMO, SITE, TEL, leadsOf, vehicle as v } from './demo-lead';
import { AUTO_CENTRE_BELLECOUR, ETIENNE, HUGO, LEA } from './demo-places';

const lead = leadsOf(AUTO_CENTRE_BELLECOUR);

/** Demo leads of « Auto Centre Bellecour », the newest first; one a line, so that they can be compared. */
// prettier-ignore
export const AUTO_CENTRE_BELLECOUR_LEADS: DemoLead[] = [
  lead(3, 'VN', SITE, 'Inès', 'Garnier', v('Renault', 'Clio'), 'Disponibilité de la Clio hybride ?', [], untouched, HUGO),
  lead(11, 'VO', LBC, 'Loïc', 'Le Gall', v('Renault', 'Captur', 2021, 44_000, 1_549_000), 'Bonjour, carnet d’entretien complet ?', ['Particulier'], untouched, LEA),
  lead(19, 'APV', SITE, 'Valérie', 'Noël', v('Renault', 'Mégane', 2015, 121_000), 'Voyant moteur allumé.', [], taken, LEA),
  lead(34, 'VN', PROMO, 'Abdel', 'Cherif', v('Dacia', 'Duster'), 'Remise sur les Duster en stock ?', [], handedOver(HUGO), ETIENNE),
  lead(48, 'VO', CENTRALE, 'Margaux', 'Renard', v('Renault', 'Zoé', 2020, 38_700, 1_190_000), null, ['Particulier'], noAnswer('sonne dans le vide'), LEA),
  lead(66, 'VD', SITE, 'Stéphane', 'Colin', v('Renault', 'Kangoo'), 'Utilitaire électrique, livraison en centre-ville.', ['Société'], untouched, HUGO),
  lead(83, 'VO', LBC, 'Pauline', 'Guérin', v('Dacia', 'Sandero', 2019, 67_500, 899_000), 'Est-elle toujours disponible ?', ['Particulier'], untouched, LEA),
  lead(97, 'VN', SITE, 'Emmanuel', 'Barbier', v('Renault', 'Austral'), 'Je voudrais un essai ce week-end.', [], appointment(7, 'Essai de l’Austral, apporter la plaquette.'), HUGO),
  lead(128, 'APV', TEL, 'Huguette', 'Masson', v('Renault', 'Twingo', 2012, 98_000), 'Changement de pneus hiver.', [], untouched, LEA),
  lead(175, 'VO', CENTRALE, 'Tiago', 'Ferreira', v('Renault', 'Scénic', 2018, 103_000, 1_099_000), null, [], contacted('Attend la vente de son véhicule actuel.'), LEA),
  lead(310, 'VN', CONSTRUCTEUR, 'Laure', 'Michaud', v('Renault', 'Symbioz'), 'Comparatif avec l’Austral, merci.', [], noAnswer('message laissé'), HUGO),
  lead(480, 'VO', LBC, 'Christophe', 'Vidal', v('Dacia', 'Jogger', 2022, 29_900, 1_690_000), 'Reprise possible d’un Lodgy ?', ['Particulier'], appointment(12), LEA),
  lead(900, 'VN', SITE, 'Aurélie', 'Besson', v('Renault', 'R5 E-Tech'), 'Quelle autonomie réelle sur autoroute ?', [], contacted(), HUGO),
  lead(1_700, 'VD', SITE, 'Didier', 'Roussel', v('Renault', 'Trafic'), 'Aménagement atelier, trois véhicules.', ['Société'], won('trois commandes'), HUGO),
  lead(2_500, 'VO', CENTRALE, 'Samira', 'Belkacem', v('Renault', 'Captur', 2019, 79_000, 1_149_000), null, [], lost('prix trop élevé'), LEA),
  lead(3_900, 'APV', SITE, 'Gérard', 'Lacroix', v('Dacia', 'Logan', 2014, 156_000), 'Distribution à faire.', [], won(null, 2_000), LEA),
  lead(5_200, 'VN', PROMO, 'Charlotte', 'Dumas', v('Dacia', 'Spring'), 'Éligible au leasing social ?', [], lost('dossier refusé', 3_000), HUGO),
  lead(6_600, 'VO', LBC, 'Quentin', 'Joly', v('Renault', 'Clio', 2018, 84_000, 949_000), 'Je peux passer quand ?', ['Particulier'], won('vendu comptant', 4_000), LEA),
  lead(8_800, 'VN', SITE, 'Hélène', 'Carpentier', v('Renault', 'Rafale'), null, [], reopened('Souhaite finalement un essai.', 8_750), HUGO),
  lead(11_000, 'VN', CONSTRUCTEUR, 'Marc', 'Antoine', v('Renault', 'Espace'), 'Véhicule de fonction, réponse du gestionnaire attendue.', ['Société'], lost('budget reporté', 8_000), HUGO),
];
