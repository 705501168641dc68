/** How a series repeats, in words. */
export const calendar = {
  rule: {
    daily: "{interval, plural, =1 {Every day} other {Every # days}}",
    weekly: "{interval, plural, =1 {Every week} other {Every # weeks}} on {weekdays}",
    monthlyByDate: "{interval, plural, =1 {Every month} other {Every # months}} on day {day}",
    monthlyByWeekday:
      "{interval, plural, =1 {Every month} other {Every # months}} on the {position, select, first {first} second {second} third {third} fourth {fourth} other {last}} {weekday}",
    yearly: "{interval, plural, =1 {Every year} other {Every # years}} on the same date",
    until: "{rule}, until {date}",
    count: "{rule}, {count, plural, =1 {once} other {# times}}",
  },
  weekday: {
    MO: "Monday",
    TU: "Tuesday",
    WE: "Wednesday",
    TH: "Thursday",
    FR: "Friday",
    SA: "Saturday",
    SU: "Sunday",
  },
};
