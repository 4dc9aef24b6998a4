import type { DemoLead } from './demo-story';
import { appointment, contacted, lost, noAnswer, reopened, taken, untouched, won } from './demo-story';
import { CENTRALE, CONSTRUCTEUR, LBC, PROMO, SITE, TEL, leadsOf, vehicle as v } from './demo-lead';
import { GARAGE_DU_PORT, KARIM, NADIA, ZOE } from './demo-places';

const lead = leadsOf(GARAGE_DU_PORT);

/** Demo leads of « Garage du Port », the newest first; one a line, so that they can be compared. */
// prettier-ignore
export const GARAGE_DU_PORT_LEADS: DemoLead[] = [
  lead(1, 'VN', SITE, 'Julien', 'Capogna', v('Peugeot', '208'), 'Bonjour, je souhaite un essai de la 208 électrique.', [], untouched, ZOE),
  lead(2, 'VO', LBC, 'Sacha', 'Liu', v('Peugeot', '3008', 2021, 48_200, 2_149_000), 'La voiture est-elle toujours disponible ?', ['Particulier'], untouched, ZOE),
  lead(4, 'VN', PROMO, 'Amandine', 'Rousseau', v('Peugeot', 'e-2008'), 'Quelle reprise pour mon 2008 de 2019 ?', [], taken, ZOE),
  lead(6, 'APV', SITE, 'Bernard', 'Mercier', v('Peugeot', '308', 2018, 96_400), 'Révision et plaquettes avant, si possible cette semaine.', [], untouched, KARIM),
  lead(8, 'VO', CENTRALE, 'Fatou', 'Diallo', v('Peugeot', '2008', 2022, 31_500, 1_789_000), null, ['Particulier'], noAnswer('messagerie, rappeler après 18 h'), ZOE),
  lead(14, 'VN', SITE, 'Olivier', 'Perrin', v('Peugeot', '408'), 'Délai de livraison pour une 408 hybride ?', [], untouched, ZOE),
  lead(21, 'VO', LBC, 'Yasmine', 'Bouchard', v('Peugeot', '208', 2020, 55_100, 1_249_000), 'Est-ce que le prix est négociable ?', ['Particulier'], taken, ZOE),
  lead(38, 'VN', CONSTRUCTEUR, 'Mathieu', 'Lemoine', v('Peugeot', '5008'), 'Sept places, boîte automatique, financement en LOA.', [], appointment(5, 'Vient avec sa compagne, prévoir la version GT.'), ZOE),
  lead(55, 'VD', SITE, 'Claire', 'Vasseur', v('Peugeot', 'Partner'), 'Nous cherchons deux utilitaires pour notre société.', ['Société'], contacted('Devis envoyé pour deux Partner, à relancer vendredi.'), NADIA),
  lead(95, 'VO', CENTRALE, 'Antoine', 'Gauthier', v('Peugeot', '508', 2019, 88_000, 1_699_000), null, [], untouched, ZOE),
  lead(150, 'APV', TEL, 'Monique', 'Delattre', v('Peugeot', '206', 2006, 181_000), 'Bruit au freinage.', [], appointment(9), KARIM),
  lead(260, 'VN', SITE, 'Kevin', 'Marchal', v('Peugeot', '208'), 'Première voiture, budget 250 € par mois.', [], noAnswer(), ZOE),
  lead(420, 'VO', LBC, 'Sandrine', 'Leclerc', v('Peugeot', 'Rifter', 2021, 62_300, 1_890_000), 'Peut-on la voir samedi ?', ['Particulier'], appointment(14, 'Samedi matin, essai demandé.'), ZOE),
  lead(700, 'VN', PROMO, 'Philippe', 'Arnaud', v('Peugeot', 'e-308'), 'Bonus écologique : à quoi ai-je droit ?', [], contacted(), ZOE),
  lead(1_500, 'VO', CENTRALE, 'Nathalie', 'Brunet', v('Peugeot', '2008', 2020, 71_000, 1_459_000), null, [], lost('a acheté ailleurs'), ZOE),
  lead(2_900, 'VN', SITE, 'Grégory', 'Fabre', v('Peugeot', '3008'), 'Je souhaite un rendez-vous pour commander.', [], won('commande signée'), ZOE),
  lead(4_400, 'APV', SITE, 'Josiane', 'Picard', v('Peugeot', 'Expert', 2017, 143_000), 'Contrôle avant départ en vacances.', ['Société'], won(null, 1_440), KARIM),
  lead(5_800, 'VO', LBC, 'Rayan', 'Hamidi', v('Peugeot', '108', 2016, 68_900, 749_000), 'Bonjour, toujours à vendre ?', ['Particulier'], lost('ne répond plus', 4_300), ZOE),
  lead(7_300, 'VN', CONSTRUCTEUR, 'Élise', 'Chevalier', v('Peugeot', '208'), null, [], reopened('Revient vers nous : le financement est accordé.', 7_250), ZOE),
  lead(10_200, 'VN', SITE, 'Damien', 'Poulain', v('Peugeot', 'Traveller'), 'Véhicule neuf places pour un hôtel.', ['Société'], won('livraison en janvier', 5_000), ZOE),
];
