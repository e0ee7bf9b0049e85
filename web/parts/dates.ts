/** Fields for days and times, with their styles: fetched with the first form that has one. */
import '@mantine/dates/styles.css';

export { DateInput, type DateInputProps, TimePicker } from '@mantine/dates';
