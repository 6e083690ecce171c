// The calendar of <ctime>: UTC is the local time.
#include <string>
struct tm {
  int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
};
// Days from civil and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
inline long __days_from_civil(long y, int m, int d) {
  if (m <= 2) y--;
  long era = (y >= 0 ? y : y - 399) / 400;
  long yearOfEra = y - era * 400;
  long dayOfYear = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}
inline tm* gmtime_r(const long* time, tm* to) {
  long days = *time / 86400, rest = *time % 86400;
  if (rest < 0) {
    rest += 86400;
    days--;
  }
  long z = days + 719468;
  long era = (z >= 0 ? z : z - 146096) / 146097;
  long dayOfEra = z - era * 146097;
  long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  int part = static_cast<int>((5 * dayOfYear + 2) / 153);
  int day = static_cast<int>(dayOfYear - (153 * part + 2) / 5 + 1);
  int month = part < 10 ? part + 3 : part - 9;
  long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  int weekday = static_cast<int>(((days % 7) + 11) % 7);
  *to = {static_cast<int>(rest % 60), static_cast<int>(rest / 60 % 60), static_cast<int>(rest / 3600), day, month - 1,
         static_cast<int>(year - 1900), weekday, static_cast<int>(days - __days_from_civil(year, 1, 1)), 0};
  return to;
}
inline tm* localtime_r(const long* time, tm* to) { return gmtime_r(time, to); }
inline tm* gmtime(const long* time) {
  static thread_local tm broken;
  return gmtime_r(time, &broken);
}
inline tm* localtime(const long* time) { return gmtime(time); }
inline long mktime(tm* t) {
  long seconds = __days_from_civil(t->tm_year + 1900 + t->tm_mon / 12, t->tm_mon % 12 + 1, 1) * 86400 + (t->tm_mday - 1) * 86400l +
                 t->tm_hour * 3600l + t->tm_min * 60l + t->tm_sec;
  gmtime_r(&seconds, t);
  return seconds;
}
namespace std {
inline string __day_name(int day) { return string("SundayMondayTuesdayWednesdayThursdayFridaySaturday").substr(day == 0 ? 0 : day == 1 ? 6 : day == 2 ? 12 : day == 3 ? 19 : day == 4 ? 28 : day == 5 ? 36 : 42, day == 0 || day == 1 || day == 5 ? 6 : day == 2 ? 7 : day == 3 ? 9 : 8); }
inline string __month_name(int month) {
  const char* names[12] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
  return names[month];
}
inline string __of_width(int n, int width, char fill) {
  string digits = to_string(n);
  while (static_cast<int>(digits.size()) < width) digits = string(1, fill) + digits;
  return digits;
}
inline string __calendar_text(const char* format, const tm& t) {
  string out;
  for (; *format != 0; format++) {
    if (*format != '%' || format[1] == 0) {
      out += *format;
      continue;
    }
    switch (*++format) {
      case 'Y': out += to_string(t.tm_year + 1900); break;
      case 'y': out += __of_width(t.tm_year % 100, 2, '0'); break;
      case 'm': out += __of_width(t.tm_mon + 1, 2, '0'); break;
      case 'd': out += __of_width(t.tm_mday, 2, '0'); break;
      case 'e': out += __of_width(t.tm_mday, 2, ' '); break;
      case 'H': out += __of_width(t.tm_hour, 2, '0'); break;
      case 'I': out += __of_width((t.tm_hour + 11) % 12 + 1, 2, '0'); break;
      case 'M': out += __of_width(t.tm_min, 2, '0'); break;
      case 'S': out += __of_width(t.tm_sec, 2, '0'); break;
      case 'j': out += __of_width(t.tm_yday + 1, 3, '0'); break;
      case 'p': out += t.tm_hour < 12 ? "AM" : "PM"; break;
      case 'a': out += __day_name(t.tm_wday).substr(0, 3); break;
      case 'A': out += __day_name(t.tm_wday); break;
      case 'b': out += __month_name(t.tm_mon).substr(0, 3); break;
      case 'B': out += __month_name(t.tm_mon); break;
      case 'F': out += __calendar_text("%Y-%m-%d", t); break;
      case 'T':
      case 'X': out += __calendar_text("%H:%M:%S", t); break;
      case 'D':
      case 'x': out += __calendar_text("%m/%d/%y", t); break;
      case 'R': out += __calendar_text("%H:%M", t); break;
      case 'c': out += __calendar_text("%a %b %e %H:%M:%S %Y", t); break;
      case 'Z': out += "UTC"; break;
      case 'z': out += "+0000"; break;
      case 'n': out += '\n'; break;
      case 't': out += '\t'; break;
      default: out += *format;
    }
  }
  return out;
}
}  // namespace std
inline size_t strftime(char* to, size_t room, const char* format, const tm* t) {
  std::string text = std::__calendar_text(format, *t);
  if (text.size() + 1 > room) return 0;
  for (size_t i = 0; i <= text.size(); i++) to[i] = text.c_str()[i];
  return text.size();
}
inline char* asctime_r(const tm* t, char* to) {
  strftime(to, 26, "%a %b %e %H:%M:%S %Y\n", t);
  return to;
}
inline char* asctime(const tm* t) {
  static thread_local char text[26];
  return asctime_r(t, text);
}
inline char* ctime(const long* time) { return asctime(gmtime(time)); }
inline char* ctime_r(const long* time, char* to) {
  tm broken;
  return asctime_r(gmtime_r(time, &broken), to);
}
namespace std {
using ::asctime;
using ::ctime;
using ::gmtime;
using ::localtime;
using ::mktime;
using ::strftime;
using ::tm;
struct __put_time {
  string text_;
};
inline __put_time put_time(const tm* t, const char* format) { return {__calendar_text(format, *t)}; }
template <class S> S& operator<<(S& out, const __put_time& time) {
  out << time.text_;
  return out;
}
}  // namespace std
