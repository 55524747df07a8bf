package org.resetscope.console.internal;

import java.util.List;

import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Makes "def x = 1" at a prompt mean "x = 1". In Groovy such a variable ends with its script, and at a prompt each line is one: people
 * would lose what they have just declared.
 */
final class TypedDeclarations extends CompilationCustomizer {

    TypedDeclarations() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript()) {
            return;
        }
        List<Statement> statements = source.getAST().getStatementBlock().getStatements();
        for (Statement statement : statements) {
            if (statement instanceof ExpressionStatement line && line.getExpression() instanceof DeclarationExpression declaration
                    && !declaration.isMultipleAssignmentDeclaration() && declaration.getAnnotations().isEmpty()) {
                line.setExpression(assignment(declaration));
            }
        }
    }

    private static Expression assignment(DeclarationExpression declaration) {
        Expression value = declaration.getRightExpression() instanceof EmptyExpression ? new ConstantExpression(null)
                : declaration.getRightExpression();
        VariableExpression name = new VariableExpression(declaration.getVariableExpression().getName());
        name.setSourcePosition(declaration.getVariableExpression());
        BinaryExpression assignment = new BinaryExpression(name, declaration.getOperation(), value);
        assignment.setSourcePosition(declaration);
        return assignment;
    }
}
