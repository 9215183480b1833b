import { EscPosReader } from '@sunbeon/client/escpos-reader';
import iconv from 'iconv-lite';

/** A reader for Node, whose own TextDecoder knows only a part of CP949. */
export const readerOfPrinter = (): EscPosReader =>
  new EscPosReader((bytes) => iconv.decode(Buffer.from(bytes), 'cp949'));
