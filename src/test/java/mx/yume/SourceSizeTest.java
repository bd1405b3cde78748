package mx.yume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** Nothing grows past what can be read at once. Half of these bounds is what to aim at. */
class SourceSizeTest {

    private static final int LONGEST_CLASS = 400;
    private static final int LONGEST_METHOD = 60;

    @Test
    void noClassIsOver400LinesAndNoMethodOver60() throws IOException {
        var tooLong = new ArrayList<String>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources(files));
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                new Measure(trees, unit, tooLong).scan(unit, null);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static Iterable<? extends JavaFileObject> sources(javax.tools.StandardJavaFileManager files) throws IOException {
        var paths = new ArrayList<Path>();
        for (var root : List.of("src/main/java", "src/test/java", "bench/java")) {
            try (var tree = Files.walk(Path.of(root))) {
                tree.filter(path -> path.toString().endsWith(".java")).forEach(paths::add);
            }
        }
        assertThat(paths).hasSizeGreaterThan(50);
        return files.getJavaFileObjectsFromPaths(paths);
    }

    private static final class Measure extends TreeScanner<Void, Void> {

        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<String> tooLong;

        Measure(Trees trees, CompilationUnitTree unit, List<String> tooLong) {
            this.trees = trees;
            this.unit = unit;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            check(tree, tree.getSimpleName().toString(), LONGEST_CLASS);
            return super.visitClass(tree, null);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            check(tree, tree.getName().toString(), LONGEST_METHOD);
            return super.visitMethod(tree, null);
        }

        private void check(Tree tree, String name, int longest) {
            var positions = trees.getSourcePositions();
            var lines = unit.getLineMap();
            long end = positions.getEndPosition(unit, tree);
            if (end < 0) {
                return; // made by the compiler
            }
            long length = lines.getLineNumber(end) - lines.getLineNumber(positions.getStartPosition(unit, tree)) + 1;
            if (length > longest) {
                tooLong.add("%s: %s has %d lines".formatted(unit.getSourceFile().getName(), name, length));
            }
        }
    }
}
