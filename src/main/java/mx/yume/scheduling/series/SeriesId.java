package mx.yume.scheduling.series;

import java.util.UUID;

import mx.yume.platform.UuidV7;

public record SeriesId(UUID value) {

    public static SeriesId next() {
        return new SeriesId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
