import { inputTable } from '../columns.js';

/** How many people have each capture history. */
export const CAPTURES = inputTable({
  id: 'captures',
  file: 'captures.csv',
  rowIs: 'one capture history',
  columns: {
    dataset: { kind: 'id', meaning: 'which data the row belongs to, where the table holds several' },
    lists: { kind: 'text', meaning: 'names of the lists in order, separated by |' },
    history: { kind: 'id', required: true, meaning: 'one digit a list, 1 = on it, such as 101' },
    count: { kind: 'count', required: true, meaning: 'persons with that history' },
  },
});

/** One contact in a register: a code that stands for the same person in every register. */
export const REGISTER = inputTable({
  id: 'register',
  file: 'register.csv',
  rowIs: 'one contact',
  columns: {
    code: {
      kind: 'id',
      required: true,
      aliases: ['unique_code', 'uic', 'client_code'],
      meaning: 'code of the person, the same in every register; never written to an output',
    },
    contacts: {
      kind: 'amount',
      aliases: ['degree', 'network_size'],
      meaning:
        'people of the population the person knows, where the register is a respondent-driven survey; weighs the overlap by 1/contacts',
    },
    weight: { kind: 'amount', meaning: 'survey weight; used where there are no contacts' },
  },
});
