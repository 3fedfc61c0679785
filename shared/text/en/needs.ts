import type { Need } from '../../model/need.ts';

/** The twelve needs, as somebody would say them. */
export const needs: Readonly<Record<Need, string>> = {
  company: 'Company and friendship',
  money: 'Money and debt',
  home: 'Home and housing',
  moving: 'Moving more',
  food: 'Food and cooking',
  carers: 'Caring for somebody',
  work: 'Work and learning',
  digital: 'Phones and computers',
  grief: 'Grief and loss',
  safety: 'Feeling safe',
  identity: 'Who I am and my culture',
  purpose: 'Something worth doing',
};

/** What each need can mean, for those who are not sure which to choose. */
export const needHints: Readonly<Record<Need, string>> = {
  company: 'Feeling lonely, or wanting to meet people',
  money: 'Debt, bills, benefits or filling in forms',
  home: 'A cold, damp or crowded home, or trouble with the rent',
  moving: 'Walking, sport, or getting stronger after an illness',
  food: 'Eating well, cooking, or running out of food',
  carers: 'Looking after somebody and needing a break or advice',
  work: 'Finding a job, a course or a skill',
  digital: 'Getting online, using a phone, staying safe online',
  grief: 'After a death or another big loss',
  safety: 'Fear at home, outside or online',
  identity: 'Faith, language, culture, or being LGBTQ+',
  purpose: 'Volunteering, making things, helping others',
};

/** Each need as the end of "it helps with". */
export const needPhrases: Readonly<Record<Need, string>> = {
  company: 'company and friendship',
  money: 'money and debt',
  home: 'home and housing',
  moving: 'moving more',
  food: 'food and cooking',
  carers: 'caring for somebody',
  work: 'work and learning',
  digital: 'phones and computers',
  grief: 'grief and loss',
  safety: 'feeling safe',
  identity: 'faith, culture and identity',
  purpose: 'finding something worth doing',
};
