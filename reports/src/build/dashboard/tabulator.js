import {
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  ResizeTableModule,
  SortModule,
  Tabulator,
} from 'tabulator-tables';

Tabulator.registerModule([FormatModule, FrozenColumnsModule, InteractionModule, ResizeTableModule, SortModule]);
export { Tabulator };
