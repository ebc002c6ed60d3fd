package interleave.virtualtime.engine.steps;

/** Something that threads share: a field or an element of an object, its monitor, or a collection as a whole. */
public final class Variable {
    private final Object target;
    private final String name;
    private final int index;

    Variable(Object target, String name, int index) {
        this.target = target;
        this.name = name;
        this.index = index;
    }

    /** The same for all objects of a class, and in every run. */
    public String kind() {
        Class<?> type = target instanceof Class<?> declaring ? declaring : target.getClass();
        return type.getName() + "." + name;
    }

    /** Such as {@code `count`}, {@code element 3 of an int[]} or {@code a HashMap}. */
    public String described() {
        if (isElement()) {
            return "element " + index + " of " + withArticle(target.getClass().getSimpleName());
        }
        return isCollection() ? withArticle(target.getClass().getSimpleName()) : "`" + name + "`";
    }

    /** Such as {@code an ArrayList}. */
    public static String withArticle(String type) {
        return ("AEIOUaeiou".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
    }

    public boolean isElement() {
        return index >= 0;
    }

    public boolean isCollection() {
        return name.equals(Step.WHOLE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variable that && target == that.target && index == that.index && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return (System.identityHashCode(target) * 31 + index) * 31 + name.hashCode();
    }
}
