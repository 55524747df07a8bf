package org.resetscope.console.internal;

import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Lets "help resets" ask for the name, not for the value: as if it were in quotes. */
final class HelpNames extends CompilationCustomizer {

    HelpNames() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        new ClassCodeExpressionTransformer() {
            @Override
            protected SourceUnit getSourceUnit() {
                return source;
            }

            @Override
            public Expression transform(Expression expression) {
                if (expression instanceof MethodCallExpression call && call.isImplicitThis() && "help".equals(call.getMethodAsString())
                        && call.getArguments() instanceof TupleExpression arguments && arguments.getExpressions().size() == 1
                        && named(arguments.getExpression(0))) {
                    MethodCallExpression quoted = new MethodCallExpression(call.getObjectExpression(), call.getMethod(),
                            new ArgumentListExpression(new ConstantExpression(arguments.getExpression(0).getText())));
                    quoted.setImplicitThis(true);
                    quoted.setSourcePosition(call);
                    return quoted;
                }
                return super.transform(expression);
            }
        }.visitClass(type);
    }

    private static boolean named(Expression argument) {
        return argument instanceof VariableExpression || argument instanceof PropertyExpression path && named(path.getObjectExpression());
    }
}
