package migrating.sources;

import java.util.List;
import java.util.stream.IntStream;

/** A shop of the chain, numbered from 1. */
public record Shop(int number, String city) {

    private static final List<String> CITIES = List.of(
            "Aarau",
            "Arbon",
            "Baden",
            "Basel",
            "Bern",
            "Biel",
            "Brig",
            "Bulle",
            "Burgdorf",
            "Cham",
            "Chur",
            "Davos",
            "Einsiedeln",
            "Flims",
            "Frauenfeld",
            "Fribourg",
            "Geneva",
            "Glarus",
            "Gossau",
            "Grenchen",
            "Horgen",
            "Ilanz",
            "Interlaken",
            "Kloten",
            "Kriens",
            "Langenthal",
            "Lausanne",
            "Liestal",
            "Locarno",
            "Lugano",
            "Luzern",
            "Lyss",
            "Martigny",
            "Meilen",
            "Montreux",
            "Murten",
            "Nyon",
            "Olten",
            "Sion",
            "Thun");

    /** The first {@code count} shops of the chain. */
    public static List<Shop> first(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Shop(number, CITIES.get((number - 1) % CITIES.size())))
                .toList();
    }

    @Override
    public String toString() {
        return "Shop " + number + ", " + city;
    }
}
