export type Millis = number;
