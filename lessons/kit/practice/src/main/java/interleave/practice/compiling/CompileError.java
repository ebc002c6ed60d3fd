package interleave.practice.compiling;

import interleave.practice.judging.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A compile error, with the line of code, a caret, and a tip in plain words. */
public record CompileError(Diagnostic<? extends JavaFileObject> error, String code) {
    private static final String TAB = "    ";
    private static final Pattern STEP = Pattern.compile("\\.\\s*(then\\w+|handle|whenComplete|exceptionally)\\s*\\(");

    private static final Pattern BOUNDS = Pattern.compile("equality constraints: ([\\w.]+)\\s");

    /** Tips by the beginning of javac's message key. The first one that matches is used. */
    private static final Map<String, String> TIPS = tips();

    /** Explains the first error, and counts the others. */
    public static Explanation explain(List<Diagnostic<? extends JavaFileObject>> errors, String code, String fileName) {
        var first = new CompileError(mostHelpful(errors), code);
        String others = switch (errors.size()) {
            case 1 -> "";
            case 2 -> " (1 more error may disappear with it.)";
            default -> " (" + (errors.size() - 1) + " more errors may disappear with it.)";
        };
        return new Explanation(
                fileName + ", line " + Math.max(1, first.error.getLineNumber()) + ": " + first.said() + "." + others,
                first.shown(),
                first.tip());
    }

    /** On one line, javac may report a consequence before the error itself. */
    private static Diagnostic<? extends JavaFileObject> mostHelpful(List<Diagnostic<? extends JavaFileObject>> errors) {
        long line = errors.getFirst().getLineNumber();
        for (var error : errors) {
            if (error.getLineNumber() == line
                    && String.valueOf(error.getCode()).matches("compiler\\.err\\.(unclosed|illegal\\.char).*")) {
                return error;
            }
        }
        return errors.getFirst();
    }

    /** javac's message in one line, with the symbol that it cannot find. */
    public String said() {
        if (isFutureOfFuture(error.getMessage(Locale.ENGLISH))) {
            return "this is a future of a future, but a " + requiredFuture() + " is needed";
        }
        List<String> lines =
                error.getMessage(Locale.ENGLISH).lines().map(String::strip).toList();
        String symbol = lines.stream()
                .filter(line -> line.startsWith("symbol:"))
                .findFirst()
                .map(line -> ": " + line.substring("symbol:".length()).strip().replaceAll("\\s+", " "))
                .orElse("");
        return lines.getFirst() + symbol;
    }

    /** The type in which the result is used: the return type of the method, as far as the message tells. */
    private String requiredFuture() {
        Matcher bounds = BOUNDS.matcher(error.getMessage(Locale.ENGLISH));
        return bounds.find() ? "future of " + bounds.group(1).replaceFirst(".*\\.", "") : "future of a value";
    }

    private int position() {
        return Math.clamp(error.getPosition(), 0, code.length());
    }

    private int startOfLine() {
        return Math.min(position(), code.lastIndexOf('\n', Math.max(0, position() - 1)) + 1);
    }

    private String lineOfCode() {
        int end = code.indexOf('\n', startOfLine());
        return code.substring(startOfLine(), end < 0 ? code.length() : end);
    }

    /** The line of code, with a caret below it. */
    private List<String> shown() {
        String line = lineOfCode();
        String number = String.format(Locale.ROOT, "%5d | ", Math.max(1, error.getLineNumber()));
        var shown = new ArrayList<String>();
        shown.add(number + line.replace("\t", TAB).stripTrailing());
        String before = code.substring(startOfLine(), position()).replace("\t", TAB);
        shown.add(" ".repeat(number.length() - 2) + "| " + " ".repeat(before.length()) + "^");
        return shown;
    }

    private String tip() {
        String key = error.getCode() == null ? "" : error.getCode().replaceFirst("^compiler\\.err\\.", "");
        if (key.equals("unreported.exception.need.to.catch.or.throw") && isInLambda()) {
            return isForALoop()
                    ? "Thread.sleep would block the loop's only thread. Use loop.sleep(...), and attach the next step"
                            + " with thenRun or thenCompose."
                    : "This lambda must not throw a checked exception, but a Callable may. A lambda that returns a"
                            + " value is a Callable: return null. Or catch the exception in the lambda, and call"
                            + " Thread.currentThread().interrupt() there.";
        }
        if (error.getMessage(Locale.ENGLISH).contains("incompatible parameter types in lambda")) {
            return adviceOnParameters();
        }
        if (isFutureOfFuture(error.getMessage(Locale.ENGLISH))) {
            return "A lambda that returns a future needs thenCompose, which waits for that future. thenApply gives a"
                    + " future of a future.";
        }
        return TIPS.entrySet().stream()
                .filter(tip -> key.startsWith(tip.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("Fix this line, and save again.");
    }

    private boolean isForALoop() {
        return lineOfCode().contains("Thread.sleep") && code.contains("import interleave.eventloop.EventLoop");
    }

    /** Whether a type of the message nests one future in another. */
    private static boolean isFutureOfFuture(String message) {
        return message.contains("inference variable")
                && message.matches("(?s).*(CompletionStage|CompletableFuture)<.*");
    }

    private String adviceOnParameters() {
        Matcher step = STEP.matcher(code.substring(0, position()));
        String name = "";
        while (step.find()) {
            name = step.group(1);
        }
        return switch (name) {
            case "thenCompose", "thenApply", "thenAccept" -> name + " passes the result: write x -> ...";
            case "exceptionally" -> "exceptionally passes the exception: write failure -> ...";
            case "handle", "whenComplete" ->
                name + " passes the result and the exception: write (result, failure) -> ...";
            case "thenRun" -> "thenRun passes nothing: write () -> ... To get the result, use thenAccept.";
            default -> "The lambda has the wrong number of parameters. Compare it with the arguments that it gets.";
        };
    }

    private boolean isInLambda() {
        String before = code.substring(0, position());
        for (int arrow = before.lastIndexOf("->"); arrow >= 0; arrow = before.lastIndexOf("->", arrow - 1)) {
            if (isOpen(before.substring(arrow + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the body of a lambda goes on after this text: its own brackets are not closed yet. */
    private static boolean isOpen(String body) {
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            char character = body.charAt(i);
            depth += "({[".indexOf(character) >= 0 ? 1 : ")}]".indexOf(character) >= 0 ? -1 : 0;
            if (depth < 0 || (depth == 0 && (character == ';' || character == '}'))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> tips() {
        var tips = new LinkedHashMap<String, String>();
        tips.put("expected", "Something is missing just before the caret, often a semicolon or a bracket.");
        tips.put("premature.eof", "The file ends too early: a closing brace is missing somewhere above.");
        tips.put("cant.resolve", "Is the name spelt as in its declaration? Does a class of the JDK need an import?");
        tips.put(
                "doesnt.exist",
                "Is the import spelt correctly? The exercises use only the JDK and the event loop of the course.");
        tips.put(
                "unreported.exception",
                "A method that waits can be interrupted. Add 'throws' to this method, as the other methods do.");
        tips.put(
                "cant.ref.non.effectively.final.var",
                "A lambda can use a local variable only if the variable never changes. Copy it to a new variable"
                        + " first.");
        tips.put(
                "local.var.accessed.from.icls",
                "A lambda can use a local variable only if the variable never changes. Copy it to a new variable"
                        + " first.");
        tips.put(
                "prob.found.req",
                "This expression has another type than the one needed here. Compare the types in the message.");
        tips.put("incompatible", "This expression has another type than the one needed here.");
        tips.put(
                "missing.ret.stmt",
                "One code path through this method ends without 'return'. In a Callable: return null.");
        tips.put(
                "class.public.should.be.in.file",
                "Keep the name of the class: it must be the name of the file, and the check uses it.");
        tips.put("does.not.override.abstract", "A method of the interface is missing, or its parameters differ.");
        tips.put(
                "cant.apply",
                "Compare the arguments with the parameters of the method: their number, order and types.");
        tips.put("already.defined", "This name is already taken. Choose another name.");
        tips.put("var.might.not", "The variable has no value on some code path. Give it one where you declare it.");
        tips.put(
                "unreachable",
                "This line can never run, because a return, a throw or an endless loop comes before it.");
        tips.put("not.stmt", "This line alone does nothing. Is a call, an assignment or a part of the line missing?");
        tips.put("illegal.start", "Java expects something else here. Look for a missing bracket before the caret.");
        tips.put("illegal.char", "This character is not allowed in Java. If you pasted it from a page, type it again.");
        tips.put("unclosed", "A quotation mark or a comment was opened, but not closed.");
        tips.put(
                "except.never.thrown.in.try",
                "Nothing in this try block throws the exception. Remove the catch block.");
        tips.put("except.already.caught", "A catch block above already catches it. Put the more specific one first.");
        tips.put(
                "non-static",
                "A static method has no 'this'. Make the other member static, too, or create an object first.");
        tips.put("preview", "The course needs no preview features. Write it without them.");
        return tips;
    }
}
