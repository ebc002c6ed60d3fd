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

/** What javac refuses, with the line, a caret, and in plain words what it most often means. */
public record CompileError(Diagnostic<? extends JavaFileObject> error, String code) {
    private static final String TAB = "    ";
    private static final Pattern STEP = Pattern.compile("\\.\\s*(then\\w+|handle|whenComplete|exceptionally)\\s*\\(");

    /** By javac's key of the message, its beginning at least; the first that fits. */
    private static final Map<String, String> TIPS = tips();

    /** The first error, and how many there are. */
    public static Explanation explain(List<Diagnostic<? extends JavaFileObject>> errors, String code, String fileName) {
        var first = new CompileError(mostTelling(errors), code);
        String others = errors.size() == 1 ? "" : " (And " + (errors.size() - 1) + " more, which may go away with it.)";
        return new Explanation(
                fileName + ", line " + Math.max(1, first.error.getLineNumber()) + ": " + first.said() + "." + others,
                first.shown(),
                first.tip());
    }

    /** On the first line with one, javac may report what follows from a mistake before the mistake. */
    private static Diagnostic<? extends JavaFileObject> mostTelling(List<Diagnostic<? extends JavaFileObject>> errors) {
        long line = errors.getFirst().getLineNumber();
        for (var error : errors) {
            if (error.getLineNumber() == line
                    && String.valueOf(error.getCode()).matches("compiler\\.err\\.(unclosed|illegal\\.char).*")) {
                return error;
            }
        }
        return errors.getFirst();
    }

    /** javac's message in a line, with the symbol that it cannot find. */
    public String said() {
        List<String> lines =
                error.getMessage(Locale.ENGLISH).lines().map(String::strip).toList();
        String symbol = lines.stream()
                .filter(line -> line.startsWith("symbol:"))
                .findFirst()
                .map(line -> ": " + line.substring("symbol:".length()).strip().replaceAll("\\s+", " "))
                .orElse("");
        return lines.getFirst() + symbol;
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

    /** The line of code, and under it a caret. */
    private List<String> shown() {
        String line = lineOfCode();
        String number = "%5d | ".formatted(Math.max(1, error.getLineNumber()));
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
                    ? "Thread.sleep would hold the loop's one thread, and with it everybody. Wait with"
                            + " loop.sleep(...), and say with thenRun or thenCompose what comes then."
                    : "This lambda must not throw a checked exception; a Callable may: it returns something (return"
                            + " null). Or catch it inside, and there: Thread.currentThread().interrupt();";
        }
        if (error.getMessage(Locale.ENGLISH).contains("incompatible parameter types in lambda")) {
            return adviceOnParameters();
        }
        return TIPS.entrySet().stream()
                .filter(tip -> key.startsWith(tip.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("Mend that line and save.");
    }

    private boolean isForALoop() {
        return lineOfCode().contains("Thread.sleep") && code.contains("import interleave.eventloop.EventLoop");
    }

    private String adviceOnParameters() {
        Matcher step = STEP.matcher(code.substring(0, position()));
        String name = "";
        while (step.find()) {
            name = step.group(1);
        }
        return switch (name) {
            case "thenCompose", "thenApply", "thenAccept" -> name + " hands over what came out: write x -> ...";
            case "exceptionally" -> "exceptionally hands over the failure: write failure -> ...";
            case "handle", "whenComplete" -> name + " hands over two things: write (result, failure) -> ...";
            case "thenRun" -> "thenRun hands over nothing: write () -> ...; thenAccept hands over what came out.";
            default -> "The lambda has more or fewer parameters than what it is given: compare the two.";
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

    /** Whether a lambda's body is not over yet: no bracket is closed that it has not opened, nor is its own. */
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
        tips.put("expected", "Something is missing just before the caret; often a semicolon or a bracket.");
        tips.put("premature.eof", "The file ends too early: a closing brace is missing somewhere above.");
        tips.put("cant.resolve", "Is it spelt as where it was declared? If it is of the JDK: is it imported?");
        tips.put(
                "doesnt.exist",
                "Is the import spelt right? The exercises need the JDK and the course's own loop only.");
        tips.put(
                "unreported.exception",
                "Waiting can be interrupted. Add 'throws' to the method, as the others have" + " it.");
        tips.put(
                "cant.ref.non.effectively.final.var",
                "A lambda may use a local variable only if it never changes:" + " copy it to a new one first.");
        tips.put(
                "local.var.accessed.from.icls",
                "A lambda may use a local variable only if it never changes: copy it" + " to a new one first.");
        tips.put(
                "prob.found.req",
                "What stands there is of another type than what is needed: compare the two in the" + " message.");
        tips.put("incompatible", "What stands there is of another type than what is needed.");
        tips.put("missing.ret.stmt", "A way through this method ends without 'return'. In a Callable: return null.");
        tips.put(
                "class.public.should.be.in.file",
                "Keep the class's name: it is that of its file, and the check looks" + " for it.");
        tips.put("does.not.override.abstract", "A method of the interface is missing, or its parameters differ.");
        tips.put("cant.apply", "Compare the arguments with the method's parameters: their number, order and types.");
        tips.put("already.defined", "There is one of that name already: choose another name.");
        tips.put("var.might.not", "Not every way through the code gives it a value: give it one where it is declared.");
        tips.put("unreachable", "Nothing gets there: a return, a throw or an endless loop stands before it.");
        tips.put("not.stmt", "That alone does nothing: is a call, an assignment or a part of the line missing?");
        tips.put("illegal.start", "Java expects something else there: look for a bracket that is missing before it.");
        tips.put("illegal.char", "That character is no Java: was it pasted from a page? Type it anew.");
        tips.put("unclosed", "A quotation mark or a comment is opened and not closed.");
        tips.put("except.never.thrown.in.try", "Nothing in that try throws it: take the catch away.");
        tips.put("except.already.caught", "A catch above takes it already: put the more special one first.");
        tips.put(
                "non-static", "A static method has no 'this': make the other one static too, or make an object first.");
        tips.put("preview", "The course needs no preview features: write it without.");
        return tips;
    }
}
