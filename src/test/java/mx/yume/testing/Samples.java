package mx.yume.testing;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import mx.yume.platform.Explained;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Refusal;

/** Instances of any record, made up from the types of its components: for tests that look at every record of a kind. */
public final class Samples {

    /** How many things a collection has; none also means that what is optional is not there. */
    private static final List<Integer> SIZES = List.of(0, 1, 3);

    private final Map<Class<?>, Object> known = new HashMap<>();
    private final int size;

    private Samples(int size) {
        this.size = size;
        known(String.class, "Ana");
        known(Duration.class, Duration.ofMinutes(size * 50L + 5));
        known(UUID.class, new UUID(0, size));
        known(ZonedDateTime.class, SettableClock.START);
        known(Instant.class, SettableClock.START.toInstant());
        known(LocalDate.class, SettableClock.START.toLocalDate());
        known(LocalTime.class, LocalTime.of(13, 30));
        known(LocalDateTime.class, SettableClock.START.toLocalDateTime());
        known(ZoneId.class, SettableClock.MEXICO_CITY);
        known(OptionalInt.class, size == 0 ? OptionalInt.empty() : OptionalInt.of(size));
        known(TimeRange.class, TimeRange.of(SettableClock.START.toInstant(), Duration.ofHours(1)));
        known(Explained.class, new Refusal.NoSpot());
        known(Object.class, "Ana");
        known(Appointment.class, OneVisit.at(SettableClock.START, size == 0 ? AppointmentStatus.CONFIRMED
                : size == 1 ? AppointmentStatus.COMPLETED : AppointmentStatus.CANCELLED));
    }

    /** One for each number of things it may hold; only those that the record itself does not refuse to be. */
    public static List<Object> of(Class<?> type) {
        var all = new ArrayList<>();
        SIZES.forEach(size -> one(type, size).ifPresent(all::add));
        if (all.isEmpty()) {
            throw new IllegalStateException("No sample of " + type);
        }
        return all;
    }

    private static Optional<Object> one(Class<?> type, int size) {
        try {
            return Optional.of(new Samples(size).value(type));
        } catch (Impossible refused) {
            return Optional.empty();
        }
    }

    private <T> void known(Class<T> type, T value) {
        known.put(type, value);
    }

    private Object value(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
            case Class<?> plain -> plain(plain);
            case WildcardType any -> value(any.getUpperBounds()[0]);
            case TypeVariable<?> any -> value(any.getBounds()[0]);
            default -> throw new IllegalStateException("No sample of " + type);
        };
    }

    private Object generic(Class<?> type, Type[] of) {
        if (type == Optional.class) {
            return size == 0 ? Optional.empty() : Optional.of(value(of[0]));
        }
        if (type == Map.class) {
            return size == 0 ? Map.of() : Map.of(value(of[0]), value(of[1]));
        }
        if (type == Set.class) {
            return size == 0 ? Set.of() : Set.of(value(of[0]));
        }
        return size == 0 ? List.of() : Collections.nCopies(size, value(of[0]));
    }

    private Object plain(Class<?> type) {
        if (known.containsKey(type)) {
            return known.get(type);
        }
        if (type.isPrimitive()) {
            return type == boolean.class ? size > 0 : type == long.class ? (Object) (long) size : size;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[size % type.getEnumConstants().length];
        }
        return type.isSealed() ? plain(type.getPermittedSubclasses()[0]) : made(type);
    }

    private Object made(Class<?> record) {
        if (!record.isRecord()) {
            throw new IllegalStateException("No sample of " + record);
        }
        Constructor<?> constructor = record.getDeclaredConstructors()[0];
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(constructor.getGenericParameterTypes()).map(this::value).toArray());
        } catch (InvocationTargetException refused) {
            throw new Impossible(refused);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The record refuses to hold that. */
    private static final class Impossible extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Impossible(Throwable cause) {
            super(cause);
        }
    }
}
