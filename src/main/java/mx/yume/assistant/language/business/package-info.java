/** What owners and staff write about a business: its menu, week, team, prices and time off. Pure: no framework, no database. */
@NullMarked
package mx.yume.assistant.language.business;

import org.jspecify.annotations.NullMarked;
