package interleave.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of one group at one size, as all machines measured them.
 *
 * @param title such as {@code greet, 1,000 guests}
 * @param group of one of the machines, for what was measured
 * @param variants each with its metrics, in the order of the machines
 */
record SharedRows(String title, RowGroup group, Map<String, List<Optional<Metric>>> variants) {

    /** The groups of all machines, in natural order. */
    static List<SharedRows> of(List<Results> machines) {
        var all = new LinkedHashMap<String, SharedRows>();
        for (int machine = 0; machine < machines.size(); machine++) {
            for (RowGroup group : RowGroup.of(machines.get(machine).rows())) {
                for (var size : group.sizes().entrySet()) {
                    String title = group.title() + (group.sizeName().isEmpty() ? "" : ", " + group.size(size.getKey()));
                    String unit = size.getValue().values().iterator().next().unit();
                    SharedRows rows = all.computeIfAbsent(
                            title + " " + unit, key -> new SharedRows(title, group, new LinkedHashMap<>()));
                    int column = machine;
                    size.getValue()
                            .forEach((variant, metric) -> rows.variants
                                    .computeIfAbsent(variant, key -> nothing(machines.size()))
                                    .set(column, Optional.of(metric)));
                }
            }
        }
        return all.values().stream()
                .sorted((one, other) -> NaturalOrder.INSTANCE.compare(one.title, other.title))
                .toList();
    }

    private static List<Optional<Metric>> nothing(int machines) {
        return new ArrayList<>(
                Stream.generate(Optional::<Metric>empty).limit(machines).toList());
    }

    /** All variants of all groups. */
    static List<List<Optional<Metric>>> rows(List<SharedRows> groups) {
        return groups.stream()
                .flatMap(group -> group.variants.values().stream())
                .toList();
    }

    Metric any() {
        return group.any();
    }

    /** Which variant has the best mean on how many machines; empty unless it was measured on three machines or more. */
    Optional<String> bestVariant() {
        var wins = new LinkedHashMap<String, Integer>();
        int machines = variants.values().iterator().next().size();
        int compared = 0;
        for (int index = 0; index < machines; index++) {
            Optional<String> best = bestOn(index);
            if (best.isPresent()) {
                compared++;
                wins.merge(best.get(), 1, Integer::sum);
            }
        }
        int count = compared;
        return wins.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> count >= 3)
                .map(most -> "Best mean on " + most.getValue() + " of " + count + " machines: " + most.getKey() + ".");
    }

    /** Empty if the machine measured fewer than two variants. */
    private Optional<String> bestOn(int machine) {
        List<String> measured = variants.keySet().stream()
                .filter(variant -> metric(variant, machine).isPresent()
                        && !group.artefacts().containsKey(variant))
                .toList();
        return measured.stream()
                .filter(variant -> measured.size() > 1)
                .min((one, other) -> Metric.BEST_FIRST.compare(
                        metric(one, machine).orElseThrow(),
                        metric(other, machine).orElseThrow()));
    }

    private Optional<Metric> metric(String variant, int machine) {
        return variants.getOrDefault(variant, List.of()).get(machine);
    }

    /** The machines that measured a variant, the best first. */
    List<Integer> ranking(String variant) {
        List<Optional<Metric>> metrics = variants.getOrDefault(variant, List.of());
        return IntStream.range(0, metrics.size())
                .boxed()
                .filter(machine -> metrics.get(machine).isPresent())
                .sorted((one, other) -> Metric.BEST_FIRST.compare(
                        metrics.get(one).orElseThrow(), metrics.get(other).orElseThrow()))
                .toList();
    }
}
