/** What an owner sets up: organization, location and hours, services, spots, staff and what each may do. */
@NullMarked
package mx.yume.business;

import org.jspecify.annotations.NullMarked;
